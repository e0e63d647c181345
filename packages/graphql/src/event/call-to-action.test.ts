import type { CalendarEvent } from '@kalends/core'
import { TimeZoneId } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import { expect, test } from 'vitest'
import type { Facing } from './call-to-action.js'
import { callsToAction } from './call-to-action.js'
import { nodeOfEvent } from './event-node.js'

const zone = TimeZoneId.decode('UTC')
if (E.isLeft(zone)) throw new Error('no UTC')

const standing = (userId: string, status: 'Accepted' | 'NeedsAction') =>
  [userId, { userId, status, answer: null, occurrences: new Map() }] as const

const event: CalendarEvent = {
  uid: 'x',
  calendarId: 'c',
  organizer: 'ann',
  title: 'Session',
  status: 'Confirmed',
  time: { type: 'Timed', start: 0, end: 1, timeZone: zone.right },
  location: null,
  body: null,
  bodyRevision: 1,
  language: null,
  attachments: [],
  showParticipantList: true,
  visibility: 'Participants',
  participants: new Map([standing('ann', 'Accepted'), standing('bob', 'NeedsAction')]),
  recurrence: null,
  overrides: new Map(),
  splitFrom: null,
  revision: 1,
  sequence: 0,
  resetRevision: 0,
  lastAskedBy: null,
  createdAt: 0,
  updatedAt: 0,
  source: null,
  raw: null,
}

const callsFor = (facing: Partial<Facing>, changed: Partial<CalendarEvent> = {}) => {
  const { viewer = 'bob' } = facing
  return callsToAction(nodeOfEvent({ ...event, ...changed }, viewer), {
    viewer,
    bookmarked: 'Unavailable',
    registrable: 'Never',
    ...facing,
  }).map(({ action, label, enabled }) => `${action} ${label}${enabled ? '' : ' (not now)'}`)
}

test('callsToAction: guests are asked for an answer, organizers and strangers are not', () => {
  expect(callsFor({})).toEqual(['RSVP Respond'])
  expect(callsFor({ viewer: 'ann' })).toEqual([])
  expect(callsFor({ viewer: 'cyd' })).toEqual([])
  const participants = new Map([standing('bob', 'Accepted')])
  expect(callsFor({}, { participants })).toEqual(['RSVP Change response'])
  expect(callsFor({}, { status: 'Cancelled' })).toEqual(['RSVP Respond (not now)'])
})

test('callsToAction: the label of the bookmark follows the state', () => {
  const viewer = 'cyd'
  expect(callsFor({ viewer, bookmarked: 'NotBookmarked' })).toEqual([
    'TOGGLE_BOOKMARK Add to bookmarks',
  ])
  expect(callsFor({ viewer, bookmarked: 'Bookmarked' })).toEqual([
    'TOGGLE_BOOKMARK Remove from bookmarks',
  ])
})

test('callsToAction: what has places can be registered for while there are some', () => {
  const viewer = 'cyd'
  expect(callsFor({ viewer, registrable: 'Open' })).toEqual(['REGISTER Register'])
  expect(callsFor({ viewer, registrable: 'Full' })).toEqual(['REGISTER Fully booked (not now)'])
  expect(callsFor({ viewer, registrable: 'Registered' })).toEqual(['UNREGISTER Unregister'])
  expect(callsFor({ viewer, registrable: 'Open' }, { status: 'Cancelled' })).toEqual([
    'REGISTER Register (not now)',
  ])
})
