import * as t from 'io-ts'
import { InstantFromStamp } from '../time/index.js'
import { nullable } from './nullable.js'
import { RecurrenceId } from './recurrence-id.js'

/** Somebody outside. Personal data. */
const person = { email: nullable(t.string), name: nullable(t.string) }

const attendee = {
  ...person,
  status: t.keyof({ NeedsAction: null, Accepted: null, Declined: null, Tentative: null }),
  organizer: t.boolean,
}

const provided = {
  provider: t.string,
  providerId: t.string,
  iCalUid: nullable(t.string),
  createdAt: nullable(InstantFromStamp),
  updatedAt: nullable(InstantFromStamp),
  sequence: nullable(t.number),
  htmlLink: nullable(t.string),
  conferenceUrl: nullable(t.string),
  transparency: t.keyof({ Opaque: null, Transparent: null }),
  organizer: nullable(t.type(person)),
  creator: nullable(t.type(person)),
  extendedProperties: nullable(t.readonly(t.record(t.string, t.unknown))),
}

/** How the log stores an `ImportSource`. Its people, `extendedProperties` and `raw` are personal data. */
export const ImportSourceCodec = t.type({
  ...provided,
  attendees: t.readonlyArray(t.type(attendee)),
  raw: t.unknown,
})

/** How snapshots store an `EventSource`. */
export const EventSourceCodec = t.type({
  ...provided,
  attendees: t.readonlyArray(
    t.type({ ...attendee, statusChanged: t.boolean, removedAt: nullable(InstantFromStamp) }),
  ),
})

/** How snapshots store an `EventRaw`. */
export const EventRawCodec = t.type({
  event: t.unknown,
  occurrences: t.readonlyArray(t.type({ recurrenceId: RecurrenceId, raw: t.unknown })),
})
