import type { Instant } from './instant.js'
import { MAX_INSTANT, MIN_INSTANT } from './instant.js'

/** One bound on an edge: `closed` bounds contain `at` itself. */
export interface Bound {
  readonly at: Instant
  readonly closed: boolean
}

/**
 * Which half-open intervals `[start, end)` are asked for: up to four bounds, all of which must hold.
 *
 * `points` is the zero-length rule of RFC 4791 section 9.9: an interval that starts where it ends
 * and fails the lower bound on its end is still in when its start is at or after `points`.
 *
 * Only the edges named bound anything: `{}` holds every interval.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4791#section-9.9
 */
export interface Window {
  readonly startFrom?: Bound
  readonly startTo?: Bound
  readonly endFrom?: Bound
  readonly endTo?: Bound
  readonly points?: Instant
}

/** Everything: a window without bounds. */
export const everything: Window = {}

/** Intervals that overlap `[from, to)`; one of zero length counts when `from <= start < to`. */
export const overlapping = (from: Instant, to: Instant): Window => ({
  startTo: { at: to, closed: false },
  endFrom: { at: from, closed: false },
  points: from,
})

/** Intervals within `[from, to]`: none may begin before or end after it. */
export const containedIn = (from: Instant, to: Instant): Window => ({
  startFrom: { at: from, closed: true },
  endTo: { at: to, closed: true },
})

/**
 * A window as inclusive whole milliseconds, which is what indexes and loops want.
 *
 * Instants are whole milliseconds, so an open bound is the closed one beside it and nothing is lost.
 * An edge that is not bounded is `MIN_INSTANT` or `MAX_INSTANT`. `points` is above every instant
 * when the window has no zero-length rule.
 */
export interface ClosedWindow {
  readonly startFrom: Instant
  readonly startTo: Instant
  readonly endFrom: Instant
  readonly endTo: Instant
  readonly points: Instant
}

/** Turns open bounds into closed ones. Total. */
export const closeWindow = (window: Window): ClosedWindow => ({
  startFrom: atLeast(window.startFrom),
  startTo: atMost(window.startTo),
  endFrom: atLeast(window.endFrom),
  endTo: atMost(window.endTo),
  points: window.points ?? MAX_INSTANT + 1,
})

/** Whether `[start, end)` is in `window`. */
export const holds = (window: ClosedWindow, start: Instant, end: Instant): boolean =>
  start >= window.startFrom &&
  start <= window.startTo &&
  end <= window.endTo &&
  (end >= window.endFrom || (start === end && start >= window.points))

const atLeast = (bound: Bound | undefined): Instant =>
  bound === undefined ? MIN_INSTANT : bound.closed ? bound.at : bound.at + 1

const atMost = (bound: Bound | undefined): Instant =>
  bound === undefined ? MAX_INSTANT : bound.closed ? bound.at : bound.at - 1
