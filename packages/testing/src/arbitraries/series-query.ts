import type { CalendarEvent, Instant, SeriesQuery, State, TimeZoneId, Zone } from '@kalends/core'
import { boundsIn, closeWindow, evolve, initialState, occurrenceTime, zoneOf } from '@kalends/core'
import * as fc from 'fast-check'
import { viewerOf } from './filter.js'
import { zoneNear } from './night.js'
import { record } from './record.js'
import { firstIdsOf } from './series-deed.js'
import type { HappenedStep, SeriesHistory } from './series-history.js'
import { seriesHistory } from './series-history.js'
import { windowAmong } from './window.js'

/** What a store may be asked after a history of series, by a viewer in a zone: `position` counts down from the last. */
export type AskedSeries = Omit<SeriesQuery, 'position' | 'tenantId'> & {
  readonly timeZone: TimeZoneId
  readonly positionsAgo: number
}

/** Queries of series whose windows are drawn from the edges of the history's occurrences. */
export const seriesFor = ({ night, steps }: SeriesHistory): fc.Arbitrary<AskedSeries> =>
  zoneNear(night).chain((timeZone) =>
    record({
      timeZone: fc.constant(timeZone),
      userId: viewerOf('').map(({ userId }) => userId),
      positionsAgo: fc.oneof(fc.constant(0), fc.nat(20)),
      listing: fc.constantFrom<('Active' | 'Cancelled')[]>(
        'Active',
        'Active',
        'Active',
        'Cancelled',
      ),
      window: windowAmong(edgesIn(steps, zoneOf(timeZone))).map(closeWindow),
    }),
  )

/** Histories of series, and what to ask of a store after them. */
export const seriesHistoryAndQueries = () =>
  seriesHistory().chain((each) =>
    record({
      steps: fc.constant(each.steps),
      queries: fc.array(seriesFor(each), { minLength: 10, maxLength: 20 }),
    }),
  )

/** What each event came to. */
const eventsAfter = (steps: readonly HappenedStep[]): readonly CalendarEvent[] => {
  const states = new Map<string, State>()
  for (const { uid, happened } of steps) {
    states.set(uid, happened.reduce(evolve, states.get(uid) ?? initialState))
  }
  return [...states.values()].flatMap((state) => (state.type === 'Absent' ? [] : [state.event]))
}

const edgesIn = (steps: readonly HappenedStep[], zone: Zone): readonly Instant[] =>
  eventsAfter(steps).flatMap((event) => {
    const ids = firstIdsOf(event, 12)
    // The last one twice: where a series ends is where it is lost.
    const times = [
      event.time,
      ...[...ids.slice(0, 2), ...ids.slice(-1), ...ids.slice(-1)].map((id) =>
        occurrenceTime(event.time, id),
      ),
      ...[...event.overrides.values()].flatMap(({ time }) => (time === undefined ? [] : [time])),
    ]
    return times.flatMap((time) => {
      const { start, end } = boundsIn(time, zone)
      return [start, end]
    })
  })
