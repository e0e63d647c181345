import * as E from 'fp-ts/lib/Either.js'
import type { CalendarEvent } from './calendar-event.js'
import { startMsOf } from './clock-of.js'
import type { SplitSeries } from './command.js'
import { continuedSeries } from './continued-series.js'
import type { DomainEvent } from './domain-event.js'
import { withoutResets } from './without-resets.js'
import type { RecurrenceId } from './recurrence-id.js'
import type { Rejection } from './rejection.js'
import { recurrenceIdAt, recurrenceIdFrom, type Recurring } from './series.js'
import { storedOverrides, storedParticipation } from './stored-exceptions.js'

/**
 * How the series begins that goes on where another, `event`, is split: with all its fields, every answer, and the
 * exceptions from there on. `event` is as it was before.
 */
export const splitOff = (
  { at, followedBy, recurrenceId }: SplitSeries,
  event: CalendarEvent,
): E.Either<Rejection, DomainEvent> => {
  const id = recurrenceIdAt(event, recurrenceId)
  if (id === null) return E.left({ type: 'NotFound' })
  if (event.status === 'Cancelled') return E.left({ type: 'EventCancelled' })
  const continued = continuedSeries(event, id)
  if (E.isLeft(continued)) return E.left({ type: 'InvalidRecurrence', refusal: continued.left })
  const series = continued.right
  const { calendarId, organizer, title, status, location, body, language, attachments } = event
  const { showParticipantList, visibility, sequence } = event
  const later = laterIn(series, { time: event.time, cutMs: startMsOf(event.time, id) })
  return E.right({
    type: 'SplitOff',
    at,
    uid: followedBy,
    splitFrom: event.uid,
    recurrenceId: id,
    calendarId,
    organizer,
    title,
    status,
    location,
    body,
    language,
    attachments,
    showParticipantList,
    visibility,
    ...series,
    participants: [...event.participants.values()].map(({ occurrences, ...each }) =>
      storedParticipation({ ...each, occurrences: later(occurrences) }),
    ),
    // Revisions begin anew: what was reset before is not stale in them.
    overrides: storedOverrides(later(withoutResets(event))),
    sequence,
  })
}

/** What lies behind the cut, by what it is called in the series that goes on. */
const laterIn =
  (
    series: Recurring,
    { time, cutMs }: { readonly time: Recurring['time']; readonly cutMs: number },
  ) =>
  <A>(byId: ReadonlyMap<RecurrenceId, A>): ReadonlyMap<RecurrenceId, A> =>
    new Map(
      [...byId].flatMap(([id, each]) => {
        const startMs = startMsOf(time, id)
        if (startMs < cutMs) return []
        return [[recurrenceIdFrom(series, startMs) ?? id, each] as const]
      }),
    )
