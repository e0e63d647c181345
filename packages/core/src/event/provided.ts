import type { CalendarEvent, Override } from './calendar-event.js'
import type { Import } from './command.js'
import { sameTime } from './event-time.js'
import type { EventSource } from './event-source.js'
import type { ImportSource, OutsideAttendee } from './import-source.js'
import type { ImportedFields, ImportedOccurrence } from './imported-fields.js'
import { sameJson } from './same-json.js'
import { sameRecurrence } from './same-recurrence.js'
import { occurrenceTime } from './series.js'

/** What an occurrence has otherwise than its series would at its place. */
export const differencesOf = (
  { recurrenceId, title, status, time, location, body }: ImportedOccurrence,
  series: ImportedFields,
): ProvidedOverride => ({
  ...(title === series.title ? {} : { title }),
  ...(status === series.status ? {} : { status }),
  ...(sameTime(time, occurrenceTime(series.time, recurrenceId)) ? {} : { time }),
  ...(location === series.location ? {} : { location }),
  ...(sameJson(body, series.body) ? {} : { body }),
})

type ProvidedOverride = Pick<Override, 'title' | 'status' | 'time' | 'location' | 'body'>

/** What is the provider's of an override; the rest was made here. */
export const providedBy = ({
  attachments: _attachments,
  resetRevision: _reset,
  source: _source,
  ...provided
}: Override): ProvidedOverride => provided

/**
 * Whether an event is what the provider says already: in every field that is the provider's, whoever changed it last.
 *
 * The order of guests and of the members of objects says nothing. `raw` alone counts only where the provider does not say when it
 * changed something, since tags and stamps in it change on their own.
 */
export const isAsProvided = (event: CalendarEvent, command: Import): boolean =>
  event.title === command.title &&
  event.status === command.status &&
  event.location === command.location &&
  sameTime(event.time, command.time) &&
  sameJson(event.body, command.body) &&
  repeatsAlike(event, command) &&
  sameSource({ source: event.source, raw: event.raw?.event }, command.source) &&
  sameOccurrences(event, command)

/** Whether both say the same of when they repeat. */
export const repeatsAlike = (
  { recurrence, time }: Pick<CalendarEvent, 'recurrence' | 'time'>,
  { recurrence: other }: Pick<Import, 'recurrence'>,
): boolean =>
  recurrence === null || other === null
    ? recurrence === other
    : sameRecurrence(time, recurrence, other)

const sameOccurrences = ({ overrides, raw }: CalendarEvent, command: Import): boolean => {
  const raws = new Map(raw?.occurrences.map((each) => [each.recurrenceId, each.raw]))
  const provided = [...overrides.values()].filter(
    (each) => each.source !== undefined || Object.keys(providedBy(each)).length > 0,
  )
  return (
    provided.length === command.occurrences.length &&
    command.occurrences.every((each) => {
      const known = overrides.get(each.recurrenceId)
      if (known?.source === undefined) return false
      return (
        sameJson(providedBy(known), differencesOf(each, command)) &&
        sameSource({ source: known.source, raw: raws.get(each.recurrenceId) }, each.source)
      )
    })
  )
}

interface Known {
  readonly source: EventSource | null
  readonly raw: unknown
}

const sameSource = (known: Known, { raw, attendees, ...source }: ImportSource): boolean => {
  if (known.source === null) return false
  const { attendees: kept, ...before } = known.source
  return (
    sameJson(before, source) &&
    sameJson(normal(kept.filter(({ removedAt }) => removedAt === null)), normal(attendees)) &&
    (source.updatedAt !== null || sameJson(known.raw, raw))
  )
}

const normal = (attendees: readonly OutsideAttendee[]): readonly string[] =>
  attendees
    .map(({ email, name, status, organizer }) => JSON.stringify([email, name, status, organizer]))
    .toSorted()
