import type { CalendarRejection, Rejection } from '@kalends/core'
import { expect, test } from 'vitest'
import { badInputOf } from '../src/errors/bad-input-of.js'
import { refusalOf } from '../src/write/refusal.js'

type Any = Rejection | CalendarRejection

/** Every rejection of the domain: one that is added does not compile before it is here. */
const ALL: { readonly [T in Any['type']]: Extract<Any, { readonly type: T }> } = {
  InvalidFields: { type: 'InvalidFields', problems: [{ path: ['uid'], reason: 'Malformed' }] },
  TooManyUsers: { type: 'TooManyUsers', limit: 1, count: 2 },
  TooManyChannels: { type: 'TooManyChannels', limit: 1, count: 2 },
  InvalidTimeRange: { type: 'InvalidTimeRange' },
  EmptyPatch: { type: 'EmptyPatch' },
  InvalidRecurrence: { type: 'InvalidRecurrence', refusal: { type: 'StartOffRule' } },
  NotFound: { type: 'NotFound' },
  NotOrganizer: { type: 'NotOrganizer' },
  NotOwner: { type: 'NotOwner' },
  RevisionMismatch: { type: 'RevisionMismatch', revision: 2 },
  EventCancelled: { type: 'EventCancelled' },
  TooManyOverrides: { type: 'TooManyOverrides', limit: 1 },
  SpotFull: { type: 'SpotFull' },
  SpotClosed: { type: 'SpotClosed' },
}

test('every rejection is the caller’s error or a refusal in the payload, and never both', () => {
  const said = Object.values(ALL).map((rejection) => [
    rejection.type,
    badInputOf(rejection)?.reason ?? refusalOf(rejection)?.reason,
    badInputOf(rejection) === null ? 'refusal' : 'error',
  ])
  expect(said).toEqual([
    ['InvalidFields', 'INVALID_FIELDS', 'error'],
    ['TooManyUsers', 'TOO_MANY_USERS', 'error'],
    ['TooManyChannels', 'TOO_MANY_CHANNELS', 'error'],
    ['InvalidTimeRange', 'INVALID_TIME_RANGE', 'error'],
    ['EmptyPatch', 'EMPTY_UPDATE', 'error'],
    ['InvalidRecurrence', 'INVALID_RECURRENCE', 'error'],
    ['NotFound', 'NOT_FOUND', 'refusal'],
    ['NotOrganizer', 'NOT_ORGANIZER', 'refusal'],
    ['NotOwner', 'NOT_ORGANIZER', 'refusal'],
    ['RevisionMismatch', 'REVISION_MISMATCH', 'refusal'],
    ['EventCancelled', 'EVENT_CANCELLED', 'refusal'],
    ['TooManyOverrides', 'TOO_MANY_OVERRIDES', 'refusal'],
    ['SpotFull', 'SPOT_FULL', 'refusal'],
    ['SpotClosed', 'SPOT_CLOSED', 'refusal'],
  ])
  for (const rejection of Object.values(ALL)) {
    expect([badInputOf(rejection), refusalOf(rejection)]).toContain(null)
  }
})
