import * as E from 'fp-ts/lib/Either.js'
import { expect, test } from 'vitest'
import { LocalDate } from '../time/index.js'
import type { DomainEvent } from './domain-event.js'
import { evolve } from './evolve.js'
import type { State } from './state.js'
import { initialState } from './state.js'
import { StateCodec } from './state-codec.js'

const day = LocalDate.decode('2027-03-08')
if (E.isLeft(day)) throw new Error('no date')

const created: DomainEvent = {
  type: 'Created',
  at: 0,
  uid: 'a',
  calendarId: 'primary-ann',
  organizer: 'ann',
  title: 'x',
  status: 'Confirmed',
  time: { type: 'AllDay', start: day.right, end: day.right, timeZone: null },
  location: null,
  body: null,
  attachments: [],
  showParticipantList: true,
  visibility: 'Participants',
  participants: ['bob', 'cyd'],
}

const change = (revision: number) => ({ at: revision * 1000, revision, silent: true })
const uninvited = (revision: number, ...participants: readonly string[]): DomainEvent => ({
  type: 'ParticipantsUninvited',
  ...change(revision),
  participants,
})
const invited = (revision: number, ...participants: readonly string[]): DomainEvent => ({
  type: 'ParticipantsInvited',
  ...change(revision),
  participants,
})
const answered: DomainEvent = {
  type: 'Answered',
  userId: 'bob',
  status: 'Declined',
  comment: null,
  at: 500,
  revision: 1,
  sequence: 0,
}

const after = (...events: readonly DomainEvent[]): State =>
  [created, ...events].reduce(evolve, initialState)
const removedIn = (state: State) => (state.type === 'Absent' ? undefined : state.event.removed)

test('evolve: nobody is removed before somebody was', () => {
  expect(removedIn(after(answered))).toBeUndefined()
})

test('evolve: who is uninvited stays as removed, with where they stood', () => {
  expect(removedIn(after(answered, uninvited(2, 'bob'), uninvited(3, 'cyd')))).toEqual([
    { userId: 'bob', status: 'Declined', answered: true, at: 2000 },
    { userId: 'cyd', status: 'NeedsAction', answered: false, at: 3000 },
  ])
})

test('evolve: who is invited again is removed no more; who never was there, and the organizer, never were', () => {
  expect(removedIn(after(uninvited(2, 'bob', 'eve', 'ann'), invited(3, 'bob')))).toEqual([])
})

test('a snapshot keeps who was removed', () => {
  const state = after(uninvited(2, 'bob'))
  const read = StateCodec.decode(JSON.parse(JSON.stringify(StateCodec.encode(state))))

  expect(read).toEqual(E.right(state))
})
