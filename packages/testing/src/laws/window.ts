import assert from 'node:assert/strict'
import type { Bound, Instant, Window } from '@kalends/core'
import { containedIn, overlapping } from '@kalends/core'
import * as fc from 'fast-check'
import type { Interval } from '../arbitraries/index.js'
import { boundedWindow, edgeOf, interval } from '../arbitraries/index.js'

/** Whether an interval is in a window: what is under law here. */
export type InWindow = (window: Window) => (start: Instant, end: Instant) => boolean

/** The five meanings that calendar APIs give to a request's two bounds. `FlipByEnd` bounds where an event ends. */
export type Meaning = 'Flip' | 'FlipByEnd' | 'Salesloft' | 'Attendee' | 'Overlap'

/** Each meaning as a window. The model to build one's own facade's windows after. */
export const windowOf: Readonly<Record<Meaning, (from: Instant, to: Instant) => Window>> = {
  Flip: (from, to) => ({ startFrom: closed(from), startTo: closed(to) }),
  FlipByEnd: (from, to) => ({ endFrom: open(from), endTo: open(to) }),
  Salesloft: (from, to) => ({ endFrom: closed(from), startTo: open(to) }),
  Attendee: containedIn,
  Overlap: overlapping,
}

const closed = (at: Instant): Bound => ({ at, closed: true })
const open = (at: Instant): Bound => ({ at, closed: false })

/** What is in the window from 10 to 20: the interval, then the meanings that hold it. */
const BOUNDARIES: readonly (readonly [
  start: Instant,
  end: Instant,
  ...heldBy: readonly Meaning[],
])[] = [
  [5, 10, 'Salesloft'],
  [10, 10, 'Salesloft', 'Overlap', 'Attendee', 'Flip'],
  [15, 15, 'Salesloft', 'Overlap', 'Attendee', 'Flip', 'FlipByEnd'],
  [20, 20, 'Attendee', 'Flip'],
  [20, 25, 'Flip'],
  [10, 20, 'Salesloft', 'Overlap', 'Attendee', 'Flip'],
  [5, 25, 'Salesloft', 'Overlap'],
  [19, 20, 'Salesloft', 'Overlap', 'Attendee', 'Flip'],
]

/**
 * WINDOW-001: at its boundaries a facade's predicate means what its API says.
 *
 * `between(from, to)` is the predicate that the facade makes of its request. Throws where it differs.
 */
export const boundariesMean = (
  meaning: Meaning,
  between: (from: Instant, to: Instant) => (start: Instant, end: Instant) => boolean,
): void => {
  for (const [start, end, ...meanings] of BOUNDARIES) {
    const said = `[${start}, ${end}) in ${meaning}'s window from 10 to 20`
    assert.equal(between(10, 20)(start, end), meanings.includes(meaning), said)
  }
}

/** WINDOW-002: bounds are open or closed as they say, all must hold, and what is not bounded is not. */
export const boundsMeanWhatTheySay = (inWindow: InWindow) =>
  fc.property(intervalAndWindow(), ({ window, ...each }) => {
    assert.equal(inWindow(window)(each.start, each.end), naively(window, each))
  })

const intervalAndWindow = () =>
  interval().chain((each) =>
    boundedWindow([each.start, each.end]).map((window) => ({ ...each, window })),
  )

const naively = (window: Window, { start, end }: Interval): boolean => {
  const { startFrom, startTo, endFrom, endTo, points } = window
  const pointIn = points !== undefined && start === end && start >= points
  return (
    (startFrom === undefined || start > startFrom.at || isClosedAt(startFrom, start)) &&
    (startTo === undefined || start < startTo.at || isClosedAt(startTo, start)) &&
    (endFrom === undefined || pointIn || end > endFrom.at || isClosedAt(endFrom, end)) &&
    (endTo === undefined || end < endTo.at || isClosedAt(endTo, end))
  )
}

const isClosedAt = (bound: Bound, at: Instant): boolean => bound.closed && bound.at === at

/**
 * WINDOW-003: cutting a window in two loses nothing and invents nothing.
 *
 * Too weak alone: it accepts whoever looks only at starts. WINDOW-004 stands beside it.
 */
export const cuttingKeeps = (inWindow: InWindow) =>
  fc.property(cutNear(), ({ start, end, from, cut, to }) => {
    const within = (a: Instant, b: Instant) => inWindow(overlapping(a, b))(start, end)
    assert.equal(within(from, cut) || within(cut, to), within(from, to))
  })

const cutNear = () =>
  interval().chain((each) => {
    const edge = edgeOf([each.start, each.end])
    return fc.tuple(edge, edge, edge).map((edges) => {
      const [from = 0, cut = 0, to = 0] = edges.toSorted((a, b) => a - b)
      return { ...each, from, cut, to }
    })
  })

/** WINDOW-004: a window of some length inside an interval holds that interval. */
export const aWindowInsideHolds = (inWindow: InWindow) =>
  fc.property(cutNear(), ({ start, end, from, to }) => {
    fc.pre(start <= from && from < to && to <= end)
    assert.ok(inWindow(overlapping(from, to))(start, end))
  })

/** WINDOW-005: what lies within a window also overlaps it, except a point at its end. */
export const whatIsContainedOverlaps = (inWindow: InWindow) =>
  fc.property(cutNear(), ({ start, end, from, to }) => {
    fc.pre(start < to && inWindow(containedIn(from, to))(start, end))
    assert.ok(inWindow(overlapping(from, to))(start, end))
  })
