import type { CalendarEvent, Filter } from '@kalends/core'
import {
  boundsIn,
  closeWindow,
  compareIn,
  decide,
  evolve,
  explicit,
  holds,
  initialState,
  zoneOf,
} from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Step } from '../arbitraries/index.js'
import { eventIn } from '../arbitraries/index.js'
import type { ListedRow, Listing } from './listing.js'

/** The rows of a listing after a history, found without any store. */
export const rowsExpected = (
  steps: readonly Step[],
  { viewer, filter }: Listing,
): readonly ListedRow[] => {
  const window = closeWindow(filter.window)
  const compare = compareIn(filter.direction)
  return eventsAfter(steps)
    .flatMap((event) => {
      const participation = event.participants.get(viewer.userId)
      if (participation === undefined && !isPublic(event, filter)) return []
      const { start, end } = boundsIn(event.time, zoneOf(filter.timeZone))
      const status = participation?.status ?? null
      const cancelled = event.status === 'Cancelled'
      const inList = cancelled
        ? filter.listing === 'Cancelled' && event.organizer === viewer.userId
        : filter.listing === 'Active'
      const { answers } = filter
      const asked = answers === null || (status !== null && answers.includes(status))
      const row = { uid: event.uid, recurrenceId: null, start, end, status }
      return inList && asked && holds(window, start, end) ? [row] : []
    })
    .sort((a, b) => compare({ ...a, recurrenceId: '' }, { ...b, recurrenceId: '' }))
}

/** Whether a filter asks for an event because it is public. */
export const isPublic = ({ visibility, status }: CalendarEvent, { audience }: Filter): boolean =>
  audience === 'Visible' && visibility === 'Public' && status !== 'Cancelled'

/** What the events of a history have come to. */
export const eventsAfter = (steps: readonly Step[]) => {
  const states = new Map<string, typeof initialState>()
  for (const { uid, command } of steps) {
    const before = states.get(uid) ?? initialState
    const decided = decide(explicit)(command, before)
    if (E.isRight(decided)) states.set(uid, decided.right.reduce(evolve, before))
  }
  return [...states.values()].flatMap(eventIn)
}
