import assert from 'node:assert/strict'
import type { CalendarEvent, SeriesRow, State } from '@kalends/core'
import {
  boundsIn,
  eventRow,
  evolve,
  holds,
  initialState,
  occurrenceTime,
  zoneOf,
} from '@kalends/core'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import type { AskedSeries, HappenedStep } from '../arbitraries/index.js'
import {
  eventIn,
  firstIdsOf,
  seriesHistory,
  seriesHistoryAndQueries,
} from '../arbitraries/index.js'
import { newEvent, succeed } from './perform.js'
import type { OpenStore, QueriedStore } from './store.js'
import { TENANT, withStore } from './store.js'

/**
 * STORE-013: a store gives every series of the viewer that has an occurrence in the window, as it was at the position,
 * and none that is not the viewer's.
 *
 * It may give series without an occurrence in the window.
 */
export const noSeriesIsMissed = (open: OpenStore<QueriedStore>) =>
  fc.asyncProperty(seriesHistoryAndQueries(), ({ steps, queries }) =>
    withStore(open, async (store) => {
      await appendAll(store, steps)
      for (const { positionsAgo, timeZone, ...query } of queries) {
        const position = Math.max(0, lengthOf(steps) - positionsAgo)
        const rows = await succeed(store.series({ ...query, tenantId: TENANT, position }))
        const asked = { ...query, timeZone }
        const listed = eventsAt(steps, position).filter((event) => isListed(event, asked))
        const byUid = new Map(rows.map((row) => [row.uid, row]))
        assert.equal(byUid.size, rows.length, 'a series is given twice')
        const those = listed.filter(({ uid }) => byUid.has(uid))
        assert.deepEqual(byUid, new Map(those.map((event) => [event.uid, rowOf(event, query)])))
        const missed = listed.filter((event) => occursIn(event, asked) && !byUid.has(event.uid))
        assert.deepEqual(missed, [])
      }
    }),
  )

/** STORE-014: an event as of a position is what had happened to it by then, with what was changed in it. */
export const seriesAreShownAsTheyWere = (open: OpenStore<QueriedStore>) =>
  fc.asyncProperty(seriesHistory(), ({ steps }) =>
    withStore(open, async (store) => {
      await appendAll(store, steps)
      for (let position = 0; position <= lengthOf(steps); position += 1) {
        const events = eventsAt(steps, position)
        for (const { uid } of steps) {
          const shown = await succeed(store.event({ tenantId: TENANT, uid, position }))
          const expected = events.find((event) => event.uid === uid) ?? null
          assert.deepEqual(inOrder(shown), inOrder(expected))
        }
      }
    }),
  )

/** Appends what happened, step by step. */
export const appendAll = async (
  store: Pick<QueriedStore, 'append'>,
  steps: readonly HappenedStep[],
): Promise<void> => {
  for (const [index, { uid, happened }] of steps.entries()) {
    const events = happened.map((each, nth) => newEvent(each, index * 16 + nth))
    await succeed(
      store.append({
        tenantId: TENANT,
        commandId: `command-${index}`,
        fingerprint: null,
        actor: { type: 'User', userId: 'ann' },
        causationId: null,
        correlationId: null,
        streams: [
          {
            aggregate: 'event',
            streamId: uid,
            expected: { type: 'Any' },
            decide: () => E.right(events),
          },
        ],
      }),
    )
  }
}

const lengthOf = (steps: readonly HappenedStep[]): number =>
  steps.reduce((sum, { happened }) => sum + happened.length, 0)

/** The events as folding what was committed up to `position` gives them. */
const eventsAt = (steps: readonly HappenedStep[], position: number): readonly CalendarEvent[] => {
  const states = new Map<string, State>()
  let committed = 0
  for (const { uid, happened } of steps) {
    committed += happened.length
    if (committed > position) break
    states.set(uid, happened.reduce(evolve, states.get(uid) ?? initialState))
  }
  return [...states.values()].flatMap(eventIn)
}

type Asked = Omit<AskedSeries, 'positionsAgo'>

const isListed = (
  { recurrence, participants, status, organizer }: CalendarEvent,
  { userId, listing }: Asked,
): boolean => {
  if (recurrence === null || !participants.has(userId)) return false
  if (status !== 'Cancelled') return listing === 'Active'
  return listing === 'Cancelled' && userId === organizer
}

const rowOf = (event: CalendarEvent, { userId }: Pick<Asked, 'userId'>): Partial<SeriesRow> => {
  const { summary, overrides } = eventRow(event)
  const participation = event.participants.get(userId)
  assert.ok(participation)
  return { uid: event.uid, participation, event: { ...summary, overrides } }
}

/** Whether an event occurs in a window: looks at its first occurrences, one by one, and at every changed one. */
export const occursIn = (
  event: CalendarEvent,
  { window, timeZone }: Pick<Asked, 'window' | 'timeZone'>,
): boolean => {
  const zone = zoneOf(timeZone)
  const ids = new Set([...firstIdsOf(event, SOME), ...event.overrides.keys()])
  return [...ids].some((id) => {
    const override = event.overrides.get(id)
    if (override?.status === 'Cancelled') return false
    const { start, end } = boundsIn(override?.time ?? occurrenceTime(event.time, id), zone)
    return holds(window, start, end)
  })
}

const SOME = 30

/** `deepEqual` does not look at the order of maps. */
const inOrder = (event: CalendarEvent | null) =>
  event === null
    ? null
    : {
        ...event,
        overrides: [...event.overrides],
        participants: [...event.participants.values()].map((each) => ({
          ...each,
          occurrences: [...each.occurrences],
        })),
      }
