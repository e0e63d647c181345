import type { CalendarEvent, DirectoryUser, Participation } from '@kalends/core'
import { occurrenceOf } from '@kalends/core'
import type { Component, Property } from './jcal.js'
import { printable, property, recurrenceId, repeats, times, utc } from './jcal.js'

/** For whom components are made, and what is known of those in them. */
export interface Reader {
  readonly userId: string
  readonly users: ReadonlyMap<string, DirectoryUser>
}

/** Whose answers a viewer sees: where the list is hidden, the organizer's and the viewer's. */
export const participantsShown = (event: CalendarEvent, viewer: string): readonly Participation[] =>
  [...event.participants.values()].filter(
    ({ userId }) =>
      event.showParticipantList || userId === viewer || [userId, viewer].includes(event.organizer),
  )

/** An event, and each occurrence that was changed, cancelled, or answered on its own. */
export const vevents = (event: CalendarEvent, reader: Reader): readonly Component[] => {
  const shown = participantsShown(event, reader.userId)
  const answered = shown.flatMap(({ occurrences }) => [...occurrences.keys()])
  const ids = [...new Set([...event.overrides.keys(), ...answered])]
  return [
    vevent(event, reader, (event.recurrence ?? []).map(repeats)),
    ...ids.map((id) => vevent(occurrenceOf(event, id), reader, [recurrenceId(id, event.time)])),
  ]
}

const vevent = (event: CalendarEvent, reader: Reader, place: readonly Property[]): Component => {
  const shown = participantsShown(event, reader.userId)
  const changedAt = Math.max(event.updatedAt, ...shown.map(({ answer }) => answer?.at ?? 0))
  const properties = [
    property('uid', 'text', event.uid),
    ...['dtstamp', 'last-modified'].map((name) => utc(name, changedAt)),
    utc('created', event.createdAt),
    property('sequence', 'integer', event.sequence),
    property('status', 'text', event.status.toUpperCase()),
    property('summary', 'text', printable(event.title)),
    property('location', 'text', printable(event.location ?? '')),
    description(event),
    ...times(event.time),
    ...place,
    person('organizer', event.organizer, reader),
    ...shown.map((each) => attendee(each, reader)),
  ]
  return ['vevent', properties.filter(([, , , value]) => value !== ''), []]
}

/** HTML as Outlook writes it. A Delta is left to programs that know it. */
const description = ({ body }: CalendarEvent): Property => {
  const words = typeof body?.content === 'string' ? printable(body.content) : ''
  if (body?.format !== 'Html') return property('description', 'text', words)
  return ['x-alt-desc', { fmttype: 'text/html' }, 'text', words]
}

const person = (name: string, id: string, { users }: Reader): Property => {
  const { name: cn, email } = users.get(id) ?? { name: null, email: null }
  const address =
    email === null ? `urn:x-user:${encodeURIComponent(id)}` : `mailto:${encodeURI(email)}`
  return [name, cn === null ? {} : { cn: printable(cn) }, 'cal-address', address]
}

const attendee = ({ userId, status }: Participation, reader: Reader): Property => {
  const [name, parameters, type, address] = person('attendee', userId, reader)
  return [
    name,
    { ...parameters, partstat: status.replace('sA', 's-A').toUpperCase() },
    type,
    address,
  ]
}
