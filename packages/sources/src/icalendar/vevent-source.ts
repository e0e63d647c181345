import type { Instant, ImportSource, OutsideAttendee, OutsidePerson } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import { countOf } from '../mapping/json.js'
import { urlOf } from '../mapping/texts.js'
import type { Property } from './property.js'
import type { Vevent } from './vevent.js'
import { veventMoment } from './vevent-time.js'

/** Where a VEVENT comes from. Without LAST-MODIFIED it was changed at its DTSTAMP. */
export const veventSource = (
  vevent: Vevent,
  ids: Pick<ImportSource, 'providerId' | 'iCalUid'>,
): ImportSource => {
  const { first, all, raw } = vevent
  const organizer = first('ORGANIZER')
  const person = organizer === null ? null : personOf(organizer)
  const sequence = first('SEQUENCE')?.plain ?? ''
  return {
    provider: 'icalendar',
    ...ids,
    createdAt: instantFrom('CREATED', vevent),
    updatedAt: instantFrom('LAST-MODIFIED', vevent) ?? instantFrom('DTSTAMP', vevent),
    sequence: /^\d+$/.test(sequence) ? countOf(Number(sequence)) : null,
    htmlLink: urlOf(first('URL')?.text ?? null),
    conferenceUrl: conferenceUrl(vevent),
    transparency: isFree(vevent) ? 'Transparent' : 'Opaque',
    organizer: person,
    creator: null,
    attendees: all
      .filter(({ name }) => name === 'ATTENDEE')
      .map((each) => attendeeOf(each, person)),
    extendedProperties: extendedProperties(all),
    raw,
  }
}

const instantFrom = (name: string, { first, zones }: Vevent): Instant | null => {
  const property = first(name)
  const moment = property === null ? null : veventMoment(property, { zones })
  if (moment === null || E.isLeft(moment) || moment.right.type === 'Date') return null
  return moment.right.ms
}

/** A video call before any other, and what the RFC knows before what vendors add. */
const conferenceUrl = ({ all }: Vevent): string | null => {
  const found = CONFERENCES.flatMap((name) => all.filter((property) => property.name === name))
  const isVideo = ({ parameter }: Property) => /VIDEO/i.test(parameter('FEATURE') ?? '')
  const links = [...found.filter(isVideo), ...found].map(({ text }) => urlOf(text))
  return links.find((url) => url !== null) ?? null
}

const CONFERENCES = ['CONFERENCE', 'X-GOOGLE-CONFERENCE', 'X-MICROSOFT-SKYPETEAMSMEETINGURL']

/** Outlook says it in a property of its own, which may be all there is. */
const isFree = ({ first }: Vevent): boolean => {
  const transp = first('TRANSP')?.text.trim().toUpperCase()
  const busy = first('X-MICROSOFT-CDO-BUSYSTATUS')?.text.trim().toUpperCase()
  return transp === undefined ? busy === 'FREE' : transp === 'TRANSPARENT'
}

const personOf = ({ text, parameter }: Property): OutsidePerson => ({
  email: addressIn(text) ?? parameter('EMAIL'),
  name: parameter('CN'),
})

const addressIn = (uri: string): string | null =>
  /^mailto:(\S+@\S+)$/i.exec(uri.trim())?.[1] ?? null

const attendeeOf = (property: Property, organizer: OutsidePerson | null): OutsideAttendee => {
  const person = personOf(property)
  const email = person.email?.toLowerCase()
  return {
    ...person,
    status: ANSWERS.get(property.parameter('PARTSTAT')?.toUpperCase()) ?? 'NeedsAction',
    organizer: email !== undefined && email === organizer?.email?.toLowerCase(),
  }
}

const ANSWERS: ReadonlyMap<unknown, OutsideAttendee['status']> = new Map([
  ['ACCEPTED', 'Accepted'],
  ['DECLINED', 'Declined'],
  ['TENTATIVE', 'Tentative'],
])

const extendedProperties = (all: readonly Property[]): ImportSource['extendedProperties'] => {
  const found = all.filter(({ name }) => name.startsWith('X-') && name !== 'X-ALT-DESC')
  return found.length === 0 ? null : Object.fromEntries(found.map(({ name, text }) => [name, text]))
}
