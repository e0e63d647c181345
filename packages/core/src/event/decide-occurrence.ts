import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { SECOND_MS } from '../time/index.js'
import type { CalendarEvent } from './calendar-event.js'
import type { OccurrenceChanges, PatchOccurrence } from './command.js'
import {
  type Change,
  type Decision,
  happens,
  invalidRecurrence,
  nextChange,
  rejected,
  type Rules,
} from './decision.js'
import type { DomainEvent } from './domain-event.js'
import { type EventTime, sameTime } from './event-time.js'
import { occurrenceOf } from './occurrence-of.js'
import type { RecurrenceId } from './recurrence-id.js'
import type { Rejection } from './rejection.js'
import { asksOf } from './resets.js'
import { sameJson } from './same-json.js'
import { recurrenceIdAt } from './series.js'
import { mergeTime } from './time-slot.js'
import { type At, withinLimit } from './within-limit.js'

/**
 * Decides a merge patch of one occurrence: one domain event for each thing that really changes there, then the resets
 * that the policy finds.
 */
export const decidePatchOccurrence = (
  rules: Rules,
  command: PatchOccurrence,
  event: CalendarEvent,
): Decision => {
  const id = recurrenceIdAt(event, command.recurrenceId)
  if (id === null) return rejected({ type: 'NotFound' })
  if (occurrenceOf(event, id).status === 'Cancelled') {
    return cancelsOnly(command.changes) ? happens() : rejected({ type: 'EventCancelled' })
  }
  return pipe(
    changesAt({ command, event, id }),
    E.chain((changes) => withinLimit(changes, { event, id }, rules.limits)),
    E.map((changes) => [...changes, ...asksOf(rules, command, { event, changes, occurrence: id })]),
  )
}

const cancelsOnly = (changes: OccurrenceChanges): boolean =>
  changes.status === 'Cancelled' && Object.keys(changes).length === 1

interface OccurrenceChange extends Change {
  readonly recurrenceId: RecurrenceId
}

const changesAt = ({
  command,
  event,
  id,
}: At & { readonly command: PatchOccurrence }): Decision => {
  const now = occurrenceOf(event, id)
  const change = { ...nextChange(command, event, command.notice), recurrenceId: id }
  return pipe(
    timeAfter(command.changes, now.time),
    E.map((time) => [
      ...fieldChanges(command.changes, now, change),
      ...(sameTime(time, now.time)
        ? []
        : [{ type: 'OccurrenceMoved', ...change, time, sequence: event.sequence + 1 } as const]),
      ...statusChange(command.changes, now, change),
    ]),
  )
}

const timeAfter = (
  { timeSlot }: OccurrenceChanges,
  now: EventTime,
): E.Either<Rejection, EventTime> => {
  if (timeSlot === undefined) return E.right(now)
  return pipe(
    mergeTime(now, timeSlot),
    E.filterOrElseW(inWholeSeconds, () => invalidRecurrence({ type: 'FractionalSeconds' })),
  )
}

const inWholeSeconds = (time: EventTime): boolean =>
  time.type === 'AllDay' || (time.start % SECOND_MS === 0 && time.end % SECOND_MS === 0)

const fieldChanges = (
  { title, location, body, attachments }: OccurrenceChanges,
  now: CalendarEvent,
  change: OccurrenceChange,
): readonly DomainEvent[] => {
  const happened: DomainEvent[] = []
  if (title !== undefined && title !== now.title) {
    happened.push({ type: 'OccurrenceRetitled', ...change, title })
  }
  if (location !== undefined && location !== now.location) {
    happened.push({ type: 'OccurrenceRelocated', ...change, location })
  }
  if (body !== undefined && !sameJson(body, now.body)) {
    happened.push({ type: 'OccurrenceDescribed', ...change, body })
  }
  if (attachments !== undefined && !sameJson(attachments, now.attachments)) {
    happened.push({ type: 'OccurrenceAttachmentsReplaced', ...change, attachments })
  }
  return happened
}

const statusChange = (
  { status }: OccurrenceChanges,
  now: CalendarEvent,
  change: OccurrenceChange,
): readonly DomainEvent[] => {
  if (status === undefined || status === now.status) return []
  const sequence = now.sequence + 1
  switch (status) {
    case 'Confirmed':
      return [{ type: 'OccurrenceConfirmed', ...change, sequence }]
    case 'Tentative':
      return [{ type: 'OccurrenceMadeTentative', ...change, sequence }]
    case 'Cancelled':
      return [{ type: 'OccurrenceCancelled', ...change, sequence }]
  }
}
