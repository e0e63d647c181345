import type { Bound, Instant, Window } from '@kalends/core'
import { containedIn, everything, overlapping } from '@kalends/core'
import * as fc from 'fast-check'
import { record } from './record.js'

/** A half-open interval. */
export interface Interval {
  readonly start: Instant
  readonly end: Instant
}

/** Short intervals on a small grid; a third of them has no length. */
export const interval = (): fc.Arbitrary<Interval> =>
  record({ start: fc.nat(20), lengthMs: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(20)) }).map(
    ({ start, lengthMs }) => ({ start, end: start + lengthMs }),
  )

/** One of the edges themselves, or a millisecond beside it. */
export const edgeOf = (edges: readonly Instant[]): fc.Arbitrary<Instant> =>
  record({ edge: fc.constantFrom(0, ...edges), beside: fc.constantFrom(0, 0, 0, -1, 1) }).map(
    ({ edge, beside }) => edge + beside,
  )

/** Windows whose bounds are drawn from the edges of what they are asked of. */
export const windowAmong = (edges: readonly Instant[]): fc.Arbitrary<Window> => {
  const ordered = fc.tuple(edgeOf(edges), edgeOf(edges)).map(([a, b]) => ({
    from: Math.min(a, b),
    to: Math.max(a, b),
  }))
  return fc.oneof(
    { arbitrary: ordered.map(({ from, to }) => overlapping(from, to)), weight: 4 },
    { arbitrary: ordered.map(({ from, to }) => containedIn(from, to)), weight: 1 },
    { arbitrary: boundedWindow(edges), weight: 2 },
    { arbitrary: fc.constant(everything), weight: 2 },
  )
}

/** Windows with some of the four bounds, each open or closed. */
export const boundedWindow = (edges: readonly Instant[]): fc.Arbitrary<Window> => {
  const bound: fc.Arbitrary<Bound> = record({ at: edgeOf(edges), closed: fc.boolean() })
  const bounds = fc.record(
    { startFrom: bound, startTo: bound, endFrom: bound, endTo: bound, points: edgeOf(edges) },
    { requiredKeys: [], noNullPrototype: true },
  )
  return fc.oneof(
    { arbitrary: bound.map((startFrom) => ({ startFrom })), weight: 1 },
    { arbitrary: bound.map((startTo) => ({ startTo })), weight: 1 },
    { arbitrary: bound.map((endFrom) => ({ endFrom })), weight: 1 },
    { arbitrary: bound.map((endTo) => ({ endTo })), weight: 1 },
    { arbitrary: bounds, weight: 2 },
  )
}
