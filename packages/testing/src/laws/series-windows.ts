import assert from 'node:assert/strict'
import type { ClosedWindow, Instant } from '@kalends/core'
import { holds, zoneOf } from '@kalends/core'
import * as fc from 'fast-check'
import type { SeriesAndWindow } from '../arbitraries/index.js'
import { seriesAndWindow } from '../arbitraries/index.js'
import type { SeriesOccurrence, SeriesReader } from './series.js'
import { expansionOf, isCancelledAt, readOf, summaryOf, walkWith } from './series.js'

/** SERIES-001: a window holds what filtering a long expansion leaves, each where it takes place. */
export const aWindowIsAFilteredExpansion = (reader: SeriesReader) =>
  fc.property(seriesAndWindow(), which, (drawn, listing) => {
    const walk = walkWith({ window: drawn.window, zone: zoneOf(drawn.viewerZone), which: listing })
    const expected = seenIn(drawn, drawn.window).filter(
      ({ recurrenceId }) =>
        listing === 'All' || isCancelledAt(drawn.event, recurrenceId) === (listing === 'Cancelled'),
    )
    assert.deepEqual(readOf(reader, drawn.event, walk), expected)
  })

const which = fc.constantFrom(
  'Standing' as const,
  'Standing' as const,
  'Cancelled' as const,
  'All' as const,
)

/** What the expansion has in a window, cancelled or not. */
export const seenIn = (
  { event, viewerZone, until }: SeriesAndWindow,
  window: ClosedWindow,
): readonly SeriesOccurrence[] =>
  expansionOf(event, { zone: zoneOf(viewerZone), until }).filter(({ start, end }) =>
    holds(window, start, end),
  )

/** SERIES-002: a window cut in two at any instant holds the same occurrences, those that span the cut in both halves. */
export const windowsJoin = (reader: SeriesReader) =>
  fc.property(seriesAndWindow(), ({ event, viewerZone, window, until, cut }) => {
    const readIn = (from: Instant, to: Instant) => {
      const part = { ...UNBOUNDED, endFrom: from + 1, points: from, startTo: to }
      return readOf(reader, event, walkWith({ window: part, zone: zoneOf(viewerZone) }))
    }
    const from = Math.min(window.startFrom, cut)
    const whole = readIn(from, until)
    const earlier = readIn(from, cut - 1)
    const later = readIn(cut, until)
    const spanning = earlier.filter(({ end }) => end > cut)
    assert.deepEqual(names([...later, ...spanning]), names(later))
    assert.deepEqual(names([...earlier, ...later]), names(whole))
  })

const names = (some: readonly SeriesOccurrence[]) =>
  new Set(some.map(({ recurrenceId }) => recurrenceId))

const UNBOUNDED = walkWith({}).window

/** SERIES-003: backward is the mirror of forward, ties included, whatever is asked for. */
export const backwardIsTheMirrorOfForward = (reader: SeriesReader) =>
  fc.property(
    seriesAndWindow(),
    which,
    answers,
    ({ event, viewerZone, window }, listing, asked) => {
      const some = { which: listing, answers: asked }
      const walk = walkWith({ window, zone: zoneOf(viewerZone), ...some })
      const backward = readOf(reader, event, { ...walk, direction: 'backward' })
      assert.deepEqual(backward.toReversed(), readOf(reader, event, walk))
    },
  )

const answers = fc.constantFrom(
  null,
  null,
  ['Declined'] as const,
  ['Accepted', 'NeedsAction'] as const,
)

/** SERIES-010: the bounds of a series hold all its occurrences, changed ones where they went, for whoever looks. */
export const boundsHoldEveryOccurrence = (reader: SeriesReader) =>
  fc.property(seriesAndWindow(), ({ event, viewerZone, until }) => {
    const bounds = reader.bounds(summaryOf(event))
    for (const { start, end } of expansionOf(event, { zone: zoneOf(viewerZone), until })) {
      assert.ok(bounds.start <= start, 'begins earlier')
      assert.ok(bounds.end >= end, 'ends later')
    }
  })
