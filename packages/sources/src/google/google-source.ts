import type { ImportSource, OutsideAttendee, OutsidePerson } from '@kalends/core'
import { countOf, isJson, type Json, jsonOf, listOf, textOf } from '../mapping/json.js'
import { urlOf } from '../mapping/texts.js'
import { stampOf } from '../mapping/times.js'

/** Where an item of Google's comes from. */
export const googleSource = (json: Json): ImportSource => ({
  provider: 'google',
  providerId: textOf(json['id']) ?? '',
  iCalUid: textOf(json['iCalUID']),
  createdAt: stampOf(textOf(json['created'])),
  updatedAt: stampOf(textOf(json['updated'])),
  sequence: countOf(json['sequence']),
  htmlLink: urlOf(textOf(json['htmlLink'])),
  conferenceUrl: conferenceUrl(json),
  transparency: json['transparency'] === 'transparent' ? 'Transparent' : 'Opaque',
  organizer: personOf(json['organizer']),
  creator: personOf(json['creator']),
  attendees: listOf(json['attendees']).filter(isJson).map(attendeeOf),
  extendedProperties: isJson(json['extendedProperties']) ? json['extendedProperties'] : null,
  raw: json,
})

/** The video call, else Meet's own link, else whatever entry can be followed. */
const conferenceUrl = (json: Json): string | null => {
  const entries = listOf(jsonOf(json['conferenceData'])['entryPoints']).filter(isJson)
  const video = entries.find((entry) => entry['entryPointType'] === 'video')
  const candidates = [video?.['uri'], json['hangoutLink'], ...entries.map((entry) => entry['uri'])]
  return candidates.map((uri) => urlOf(textOf(uri))).find((url) => url !== null) ?? null
}

const personOf = (value: unknown): OutsidePerson | null =>
  isJson(value) ? { email: textOf(value['email']), name: textOf(value['displayName']) } : null

const attendeeOf = (json: Json): OutsideAttendee => ({
  email: textOf(json['email']),
  name: textOf(json['displayName']),
  status: ANSWERS.get(json['responseStatus']) ?? 'NeedsAction',
  organizer: json['organizer'] === true,
})

const ANSWERS: ReadonlyMap<unknown, OutsideAttendee['status']> = new Map([
  ['accepted', 'Accepted'],
  ['declined', 'Declined'],
  ['tentative', 'Tentative'],
])
