import type { CalendarEvent, Participation, RecurrenceId } from '@kalends/core'
import { occurrenceOf, participantsShown, printRecurrenceId, recurrenceIdAt } from '@kalends/core'
import type { ExportContext } from './export-context.js'
import type { Component, Property } from './jcal.js'
import { printable, property, textProperty, utcProperty } from './jcal.js'
import { occurrenceNamed, repeats, timesOf } from './vevent-times.js'

/** An event, and each of its occurrences that was changed, or answered on its own. Cancelled ones are EXDATEs. */
export const vevents = (event: CalendarEvent, context: ExportContext): readonly Component[] => {
  const answered = participantsShown(event, context.viewer)
    .flatMap(({ occurrences }) => [...occurrences.keys()])
    .filter((id) => takesPlace(event, id))
  const isCancelled = Map.groupBy(
    new Set([...event.overrides.keys(), ...answered]),
    (id) => event.overrides.get(id)?.status === 'Cancelled',
  )
  const named = (name: string) => (id: RecurrenceId) => occurrenceNamed(name, id, event.time)
  return [
    vevent(event, context, [
      ...(event.recurrence ?? []).map(repeats),
      ...(isCancelled.get(true) ?? []).map(named('exdate')),
    ]),
    ...(isCancelled.get(false) ?? []).map((id) =>
      vevent(occurrenceOf(event, id), context, [named('recurrence-id')(id)]),
    ),
  ]
}

/** An answer may be to what the series does not have any more. */
const takesPlace = (event: CalendarEvent, id: RecurrenceId): boolean =>
  event.overrides.has(id) || recurrenceIdAt(event, printRecurrenceId(id, event.time)) !== null

const vevent = (
  event: CalendarEvent,
  context: ExportContext,
  place: readonly Property[],
): Component => {
  const shown = participantsShown(event, context.viewer)
  const changedAt = Math.max(event.updatedAt, ...shown.map(({ answer }) => answer?.at ?? 0))
  const properties = [
    textProperty('uid', event.uid),
    ...['dtstamp', 'last-modified'].map((name) => utcProperty(name, changedAt)),
    utcProperty('created', event.createdAt),
    property('sequence', 'integer', event.sequence),
    property('status', 'text', event.status.toUpperCase()),
    textProperty('summary', event.title),
    textProperty('location', event.location ?? ''),
    description(event),
    ...timesOf(event),
    ...place,
    person('organizer', event.organizer, context),
    ...shown.map((each) => attendee(each, context)),
  ]
  return ['vevent', properties.filter(([, , , value]) => value !== ''), []]
}

/** HTML as Outlook writes it. A Delta is left to programs that know it. */
const description = ({ body }: CalendarEvent): Property => {
  const words = typeof body?.content === 'string' ? printable(body.content) : ''
  if (body?.format !== 'Html') return property('description', 'text', words)
  return ['x-alt-desc', { fmttype: 'text/html' }, 'text', words]
}

const person = (name: string, id: string, { users }: ExportContext): Property => {
  const { name: cn, email } = users?.get(id) ?? { name: null, email: null }
  const address =
    email === null
      ? `urn:x-user:${encodeURIComponent(id.toWellFormed())}`
      : `mailto:${encodeURI(email.toWellFormed())}`
  return [name, cn === null ? {} : { cn: printable(cn) }, 'cal-address', address]
}

const attendee = ({ userId, status }: Participation, context: ExportContext): Property => {
  const [name, parameters, type, address] = person('attendee', userId, context)
  const partstat = status.replace('sA', 's-A').toUpperCase()
  return [name, { ...parameters, partstat }, type, address]
}
