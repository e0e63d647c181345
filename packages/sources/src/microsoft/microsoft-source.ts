import type { ImportSource, OutsideAttendee, OutsidePerson } from '@kalends/core'
import { isJson, type Json, jsonOf, listOf, textOf } from '../mapping/json.js'
import { urlOf } from '../mapping/texts.js'
import { stampOf } from '../mapping/times.js'

/** Where an event of Graph's comes from. It has no sequence, and who created it is not told. */
export const microsoftSource = (json: Json): ImportSource => {
  const organizer = personOf(json['organizer'])
  return {
    provider: 'microsoft',
    providerId: textOf(json['id']) ?? '',
    iCalUid: textOf(json['iCalUId']),
    createdAt: stampOf(textOf(json['createdDateTime'])),
    updatedAt: stampOf(textOf(json['lastModifiedDateTime'])),
    sequence: null,
    htmlLink: urlOf(textOf(json['webLink'])),
    conferenceUrl:
      urlOf(textOf(jsonOf(json['onlineMeeting'])['joinUrl'])) ??
      urlOf(textOf(json['onlineMeetingUrl'])),
    transparency: FREE.has(json['showAs']) ? 'Transparent' : 'Opaque',
    organizer,
    creator: null,
    attendees: listOf(json['attendees'])
      .filter(isJson)
      .map((attendee) => attendeeOf(attendee, organizer)),
    extendedProperties: extendedProperties(json),
    raw: json,
  }
}

const personOf = (value: unknown): OutsidePerson | null => {
  if (!isJson(value)) return null
  const address = jsonOf(value['emailAddress'])
  return { email: textOf(address['address']), name: textOf(address['name']) }
}

const attendeeOf = (json: Json, organizer: OutsidePerson | null): OutsideAttendee => {
  const { email, name } = personOf(json) ?? { email: null, name: null }
  const response = jsonOf(json['status'])['response']
  const isOrganizer =
    response === 'organizer' ||
    (email !== null && email.toLowerCase() === organizer?.email?.toLowerCase())
  return { email, name, status: ANSWERS.get(response) ?? 'NeedsAction', organizer: isOrganizer }
}

const extendedProperties = (json: Json): ImportSource['extendedProperties'] => {
  const found = EXTENSIONS.filter((name) => listOf(json[name]).length > 0)
  return found.length === 0 ? null : Object.fromEntries(found.map((name) => [name, json[name]]))
}

const EXTENSIONS = [
  'singleValueExtendedProperties',
  'multiValueExtendedProperties',
  'extensions',
] as const

const FREE: ReadonlySet<unknown> = new Set(['free', 'workingElsewhere'])

const ANSWERS: ReadonlyMap<unknown, OutsideAttendee['status']> = new Map([
  ['accepted', 'Accepted'],
  ['organizer', 'Accepted'],
  ['declined', 'Declined'],
  ['tentativelyAccepted', 'Tentative'],
])
