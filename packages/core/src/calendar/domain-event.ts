import * as t from 'io-ts'
import { nullable } from '../event/nullable.js'
import { InstantFromStamp, TimeZoneId } from '../time/index.js'

const at = InstantFromStamp

/** What can happen to a calendar, as the log stores it: cases are added, a stored one never changes. */
export const DomainEventCodec = t.union([
  t.type({
    type: t.literal('CalendarOpened'),
    at,
    id: t.string,
    owner: t.string,
    name: t.string,
    timeZone: TimeZoneId,
  }),
  t.type({ type: t.literal('CalendarRenamed'), at, name: t.string }),
  t.type({ type: t.literal('CalendarTimeZoneChanged'), at, timeZone: TimeZoneId }),
  t.type({ type: t.literal('CalendarResetPolicyChanged'), at, resetPolicy: nullable(t.string) }),
  t.type({
    type: t.literal('CalendarDeduplicationKeyChanged'),
    at,
    deduplicationKey: nullable(t.string),
  }),
  t.type({ type: t.literal('CalendarConnected'), at }),
  t.type({ type: t.literal('CalendarDisconnected'), at }),
  t.type({ type: t.literal('DeduplicationKeyClaimed'), at, calendarId: t.string }),
  t.type({ type: t.literal('DeduplicationKeyReleased'), at }),
])

/** A fact about a calendar, past tense, told apart by `type`. */
export type DomainEvent = t.TypeOf<typeof DomainEventCodec>
