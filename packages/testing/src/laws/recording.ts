import type { Append, DomainEvent, ExpectedVersion, NewEvent, Rejection } from '@kalends/core'
import { HOUR_MS, UTC } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import { TENANT } from './store.js'

type Created = Extract<DomainEvent, { type: 'Created' }>

/** The smallest event: an hour of ann's, with bob. */
export const created = (uid: string, fields: Partial<Created> = {}): Created => ({
  type: 'Created',
  at: 0,
  uid,
  calendarId: 'primary-ann',
  organizer: 'ann',
  title: uid,
  status: 'Confirmed',
  time: { type: 'Timed', start: 0, end: HOUR_MS, timeZone: UTC },
  location: null,
  body: null,
  attachments: [],
  showParticipantList: true,
  visibility: 'Participants',
  participants: ['ann', 'bob'],
  ...fields,
})

/** Another title. */
export const retitled = (title: string): DomainEvent => ({
  type: 'Retitled',
  at: 0,
  revision: 2,
  silent: true,
  title,
})

type OnEvent = Extract<Append<Rejection>['streams'][number], { aggregate: 'event' }>

/** What one stream is to get, whatever its state. */
export const onStream = (
  streamId: string,
  events: readonly NewEvent<'event'>[],
  expected: ExpectedVersion = { type: 'Any' },
): OnEvent => ({ aggregate: 'event', streamId, expected, decide: () => E.right(events) })

/** An append of what has happened. Without a fingerprint, unless one is given. */
export const recording = (
  commandId: string,
  streams: Append<Rejection>['streams'],
  other: Partial<Append<Rejection>> = {},
): Append<Rejection> => ({
  tenantId: TENANT,
  commandId,
  fingerprint: null,
  actor: { type: 'User', userId: 'ann' },
  causationId: null,
  correlationId: null,
  ...other,
  streams,
})
