import type { Command, EventTime, ImportSource, Instant } from '@kalends/core'
import { MINUTE_MS } from '@kalends/core'
import * as fc from 'fast-check'
import { jsonValue } from './json-value.js'
import { record } from './record.js'
import { body, someText } from './text.js'

/** What an import says that is not known before it happens. */
export type Provided = Omit<
  Extract<Command, { type: 'Import' }>,
  'type' | 'actor' | 'at' | 'commandId' | 'uid' | 'calendarId' | 'calendarOwner'
>

/** Events as a provider has them at a time: confirmed most often, seen to change within a few minutes. */
export const provided = (time: fc.Arbitrary<EventTime>, around: Instant): fc.Arbitrary<Provided> =>
  record({
    title: someText(),
    status: fc.constantFrom('Confirmed', 'Confirmed', 'Tentative', 'Cancelled'),
    time,
    location: fc.option(someText()),
    body: fc.option(body()),
    recurrence: fc.constant(null),
    occurrences: fc.constant([]),
    source: importSource(around),
  })

/** Where an event was imported from: people by address, what only the provider understands, stamps that may be stale. */
export const importSource = (around: Instant): fc.Arbitrary<ImportSource> =>
  record({
    provider: fc.constantFrom('google', 'microsoft', 'icalendar'),
    providerId: fc.constantFrom('p1', 'p2'),
    iCalUid: fc.option(fc.constant('uid@example.com')),
    createdAt: fc.option(fc.constant(around)),
    updatedAt: providerStamp(around),
    sequence: fc.option(fc.nat(3)),
    htmlLink: fc.option(fc.constant('https://example.com/e')),
    conferenceUrl: fc.option(fc.constant('https://example.com/call')),
    transparency: fc.constantFrom('Opaque', 'Transparent'),
    organizer: fc.option(person()),
    creator: fc.option(person()),
    attendees: fc.array(attendee(), { maxLength: 2 }),
    extendedProperties: fc.option(fc.dictionary(fc.constantFrom('a', 'b'), jsonValue(), PLAIN)),
    raw: jsonValue(),
  })

/** When a provider says that it changed something; null when it does not say. */
export const providerStamp = (around: Instant): fc.Arbitrary<Instant | null> =>
  fc.option(fc.nat(40).map((minutes) => around + minutes * MINUTE_MS))

const PLAIN = { noNullPrototype: true, maxKeys: 2 } as const

const named = {
  email: fc.option(fc.constantFrom('dee@example.com', 'eve@example.com')),
  name: fc.option(someText()),
}

const person = () => record(named)

const attendee = () =>
  record({
    ...named,
    status: fc.constantFrom('NeedsAction', 'Accepted', 'Declined', 'Tentative'),
    organizer: fc.boolean(),
  })
