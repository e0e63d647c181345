import type { CalendarEvent } from './calendar-event.js'
import type { CancelImport, Import } from './command.js'
import { type Decision, happens, invalidFields, rejected } from './decision.js'
import type { DomainEvent } from './domain-event.js'
import { droppedExceptions } from './dropped-exceptions.js'
import { sameTime } from './event-time.js'
import { evolve } from './evolve.js'
import { isStale } from './is-stale.js'
import { differencesOf, isAsProvided, providedBy, repeatsAlike } from './provided.js'
import { sameJson } from './same-json.js'
import type { State } from './state.js'

type Imported = Extract<DomainEvent, { type: 'Imported' }>

/**
 * Decides an import: the first makes the event, a later one makes it what the provider has, also where it was changed or
 * cancelled here. One that is older than what is there, or says nothing new, decides nothing.
 *
 * Answers to occurrences that the series does not have any more, and what was changed in them here, are dropped by name.
 */
export const decideImport = (command: Import, state: State): Decision => {
  if (command.calendarOwner !== command.actor) return NOT_THEIRS
  if (state.type === 'Absent') return happens(importedBy(command, null))
  const { event } = state
  if (event.organizer !== command.actor) return rejected({ type: 'NotOrganizer' })
  if (event.source === null) return invalidFields([{ path: ['key'], reason: 'Taken' }])
  if (isStale(command.source.updatedAt, event) || isAsProvided(event, command)) return happens()
  const imported = importedBy(command, event)
  return happens(imported, ...droppedBy(imported, state))
}

const NOT_THEIRS = invalidFields([{ path: ['calendarId'], reason: 'UnknownCalendar' }])

/**
 * Decides that an imported event is off, by the word of its provider. What was never imported is not found; what is older than
 * what is there decides nothing, nor does the same again.
 */
export const decideCancelImport = (command: CancelImport, state: State): Decision => {
  if (command.calendarOwner !== command.actor) return NOT_THEIRS
  if (state.type === 'Absent' || state.event.source === null) return rejected({ type: 'NotFound' })
  const { event } = state
  if (event.organizer !== command.actor) return rejected({ type: 'NotOrganizer' })
  const { updatedAt, at } = command
  const isOff = state.type === 'Cancelled'
  // A later stamp is kept, so that no import from before it brings the event back.
  const saysNothing = isOff && (updatedAt === null || updatedAt === event.source?.updatedAt)
  if (saysNothing || isStale(updatedAt, event)) return happens()
  return happens({
    type: 'ImportCancelled',
    at,
    revision: event.revision + 1,
    sequence: event.sequence + (isOff ? 0 : 1),
    updatedAt,
  })
}

const importedBy = (command: Import, before: CalendarEvent | null): Imported => {
  const { at, uid, calendarId, actor: organizer } = command
  const { title, status, time, location, body, recurrence, source } = command
  const revision = (before?.revision ?? 0) + 1
  const sameBody = before !== null && sameJson(body, before.body)
  return {
    type: 'Imported',
    at,
    revision,
    sequence: before === null ? 0 : before.sequence + (takesPlaceAlike(before, command) ? 0 : 1),
    uid,
    calendarId,
    organizer,
    title,
    status,
    time,
    location,
    body,
    bodyRevision: sameBody ? before.bodyRevision : revision,
    recurrence,
    occurrences: command.occurrences.map((each) => ({
      recurrenceId: each.recurrenceId,
      ...differencesOf(each, command),
      source: each.source,
    })),
    source,
  }
}

/** Whether it stays when, and whether, it and each of its occurrences takes place. */
const takesPlaceAlike = (event: CalendarEvent, command: Import): boolean =>
  event.status === command.status &&
  sameTime(event.time, command.time) &&
  repeatsAlike(event, command) &&
  sameJson(
    placesOf([...event.overrides].map(([id, each]) => [id, providedBy(each)])),
    placesOf(command.occurrences.map((each) => [each.recurrenceId, differencesOf(each, command)])),
  )

const placesOf = (
  overrides: readonly (readonly [string, ReturnType<typeof providedBy>])[],
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    overrides
      .filter(([, { time, status }]) => time !== undefined || status !== undefined)
      .map(([id, { time = null, status = null }]) => [id, { time, status }]),
  )

const droppedBy = (imported: Imported, state: State): readonly DomainEvent[] => {
  const after = evolve(state, imported)
  const recurrenceIds = after.type === 'Absent' ? [] : droppedExceptions(after.event)
  if (recurrenceIds.length === 0) return []
  const { at, revision } = imported
  return [{ type: 'ExceptionsDropped', at, revision, silent: true, recurrenceIds }]
}
