import * as t from 'io-ts'
import { InstantFromStamp } from '../time/index.js'

const at = InstantFromStamp

/** What can happen to a tenant's webhooks, as the log stores it: cases are added, a stored one never changes. */
export const DomainEventCodec = t.union([
  t.type({
    type: t.literal('WebhookSubscribed'),
    at,
    id: t.string,
    url: t.string,
    triggers: t.readonlyArray(t.keyof({ EventsUpdate: null, StateChange: null })),
    createdBy: t.string,
    /** How far the log had come. */
    position: t.number,
  }),
  t.type({ type: t.literal('WebhookUnsubscribed'), at, id: t.string }),
  t.type({ type: t.literal('WebhookDisabled'), at, id: t.string, reason: t.string }),
  /** What is in the log behind `after` is not told; it was recorded at `from` or later. */
  t.type({
    type: t.literal('WebhookFailing'),
    at,
    id: t.string,
    after: t.number,
    from: InstantFromStamp,
  }),
  /** What was not told since is told now. */
  t.type({
    type: t.literal('WebhookRecovered'),
    at,
    id: t.string,
    after: t.number,
    from: InstantFromStamp,
  }),
  /** Events were updated in `(after, position]`, the first of them recorded at `from`. */
  t.type({
    type: t.literal('UpdatesAnnounced'),
    at,
    after: t.number,
    position: t.number,
    from: InstantFromStamp,
  }),
  /** A calendar lost or found the connection to its provider, at `position`. */
  t.type({
    type: t.literal('ConnectionAnnounced'),
    at,
    position: t.number,
    calendarId: t.string,
    connection: t.keyof({ Connected: null, Disconnected: null }),
  }),
])

/** A fact about a tenant's webhooks, past tense, told apart by `type`. */
export type DomainEvent = t.TypeOf<typeof DomainEventCodec>
