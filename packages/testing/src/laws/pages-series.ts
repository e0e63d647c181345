import assert from 'node:assert/strict'
import type { CalendarEvent, RecurrenceId } from '@kalends/core'
import {
  boundsIn,
  closeWindow,
  compareIn,
  evolve,
  holds,
  initialState,
  occurrenceTime,
  overlapping,
  zoneOf,
} from '@kalends/core'
import * as fc from 'fast-check'
import type { HappenedStep } from '../arbitraries/index.js'
import { eventIn, firstIdsOf, seriesHistoryAndQueries } from '../arbitraries/index.js'
import type { Askable, ListedRow, Listing, OpenListing } from './listing.js'
import { askableOf } from './listing.js'
import { wholeOf } from './pages.js'
import { appendAll } from './store-series.js'
import { TENANT, withOpened } from './store.js'

/**
 * PAGE-008: a listing holds the occurrences of series, each where it takes place: a moved one where it was moved
 * to and not where it was, a cancelled one not at all, each with the viewer's answer to it.
 */
export const seriesAreListedAsOccurrences = (open: OpenListing, askable?: Askable) =>
  fc.asyncProperty(seriesHistoryAndQueries(), ({ steps, queries }) =>
    withOpened(open, async ({ store, pages }) => {
      await appendAll(store, steps)
      for (const { userId, timeZone, window } of queries.slice(0, SOME)) {
        const { startTo, endFrom } = window
        if (startTo < endFrom || startTo - endFrom > YEAR_MS) continue
        const asked: Listing = {
          viewer: { tenantId: TENANT, userId },
          filter: {
            window: overlapping(endFrom, startTo),
            answers: null,
            listing: 'Active',
            direction: 'Ascending',
            timeZone,
          },
        }
        const request = askable === undefined ? asked : askableOf(askable, asked)
        assert.deepEqual(await wholeOf(pages, request), occurrencesExpected(steps, request))
      }
    }),
  )

const SOME = 5
const YEAR_MS = 366 * 86_400_000

/** More than any series of these histories has in the windows that are asked for. */
const MANY = 900

const occurrencesExpected = (
  steps: readonly HappenedStep[],
  request: Listing,
): readonly ListedRow[] => {
  const compare = compareIn(request.filter.direction)
  return eventsAfter(steps)
    .flatMap((event) => rowsOf(event, request))
    .sort((a, b) => compare(keyOf(a), keyOf(b)))
}

const keyOf = (row: ListedRow) => ({ ...row, recurrenceId: row.recurrenceId ?? '' })

const eventsAfter = (steps: readonly HappenedStep[]): readonly CalendarEvent[] => {
  const states = new Map<string, typeof initialState>()
  for (const { uid, happened } of steps) {
    states.set(uid, happened.reduce(evolve, states.get(uid) ?? initialState))
  }
  return [...states.values()].flatMap(eventIn)
}

const rowsOf = (event: CalendarEvent, { viewer, filter }: Listing): readonly ListedRow[] => {
  const participation = event.participants.get(viewer.userId)
  if (participation === undefined || event.status === 'Cancelled') return []
  const window = closeWindow(filter.window)
  const zone = zoneOf(filter.timeZone)
  const ids: readonly (RecurrenceId | null)[] =
    event.recurrence === null
      ? [null]
      : [...new Set([...firstIdsOf(event, MANY), ...event.overrides.keys()])]
  return ids.flatMap((recurrenceId) => {
    const override = recurrenceId === null ? undefined : event.overrides.get(recurrenceId)
    if (override?.status === 'Cancelled') return []
    const slot = recurrenceId === null ? event.time : occurrenceTime(event.time, recurrenceId)
    const { start, end } = boundsIn(override?.time ?? slot, zone)
    const answered = recurrenceId === null ? undefined : participation.occurrences.get(recurrenceId)
    const { status } = answered ?? participation
    return holds(window, start, end) ? [{ uid: event.uid, recurrenceId, start, end, status }] : []
  })
}
