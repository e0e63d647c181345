import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import type { DomainEvent, State } from '../../event/index.js'
import { evolve, initialState } from '../../event/index.js'
import { reconciled } from './reconciled.js'
import { LIVE_SESSIONS, sessionUid, spotUid, type Wanted } from './wanted.js'

const asking = { at: 0, commandId: 'f1' }

const session: Wanted = {
  uid: sessionUid('l1'),
  kind: 'LiveSession',
  spot: null,
  title: 'Welcome',
  start: 3_600_000,
  end: 7_200_000,
  status: 'Confirmed',
  audience: ['ann', 'bob'],
  registered: null,
}

const spot: Wanted = {
  ...session,
  uid: spotUid({ bucketId: 'b1', spotId: 's1' }),
  kind: 'LiveSessionSpot',
  spot: { trainingId: 't1', bucketId: 'b1', spotId: 's1' },
  registered: [],
}

const happens = (wanted: Wanted, state: State): readonly DomainEvent[] => {
  const decided = reconciled(asking, wanted, state)
  if (E.isLeft(decided)) throw new Error(JSON.stringify(decided.left))
  return decided.right
}

const after = (...wanted: readonly Wanted[]): State =>
  wanted.reduce((state, each) => happens(each, state).reduce(evolve, state), initialState)

const typesOf = (wanted: Wanted, ...before: readonly Wanted[]) =>
  happens(wanted, after(...before)).map(({ type }) => type)

const eventAfter = (...wanted: readonly Wanted[]) => {
  const state = after(...wanted)
  if (state.type === 'Absent') throw new Error('there is no event')
  const { event } = state
  const answers = [...event.participants.values()].map(({ userId, status }) => [userId, status])
  return { ...event, answers: Object.fromEntries(answers) as unknown, type: state.type }
}

describe('reconciled: an event is made', () => {
  test('as it is wanted, by nobody a host knows, and its participants are not shown', () => {
    expect(typesOf(session)).toEqual(['Created', 'Classified'])
    expect(eventAfter(session)).toMatchObject({
      uid: session.uid,
      organizer: LIVE_SESSIONS,
      title: 'Welcome',
      status: 'Confirmed',
      time: { type: 'Timed', start: session.start, end: session.end, timeZone: 'UTC' },
      location: null,
      body: null,
      attachments: [],
      recurrence: null,
      showParticipantList: false,
      visibility: 'Participants',
      kind: 'LiveSession',
      answers: { ann: 'NeedsAction', bob: 'NeedsAction' },
    })
    expect(typesOf(spot)).toEqual(['Created', 'Classified'])
    expect(eventAfter(spot)).toMatchObject({
      kind: 'LiveSessionSpot',
      spot: spot.spot,
      answers: { [LIVE_SESSIONS]: 'Accepted', ann: 'NeedsAction' },
    })
  })

  test('unless it would be in nobody’s list, or is cancelled already', () => {
    expect(typesOf({ ...session, audience: [] })).toEqual([])
    expect(typesOf({ ...session, status: 'Cancelled' })).toEqual([])
  })
})

describe('reconciled: an event becomes what is wanted', () => {
  test('and nothing happens where it is so already', () => {
    expect(typesOf(session, session)).toEqual([])
    expect(typesOf(spot, spot)).toEqual([])
  })

  test('by its title or its time, and by no more than that', () => {
    expect(typesOf({ ...session, title: 'Hello' }, session)).toEqual(['Retitled'])
    for (const moved of [{ start: 0 }, { end: 9_000_000 }]) {
      const later = { ...session, ...moved }
      expect(typesOf(later, session)).toEqual(['Rescheduled'])
      expect(eventAfter(session, later).time).toMatchObject({ start: later.start, end: later.end })
    }
  })

  test('by who is in it: the organizer stays', () => {
    const others = { ...session, audience: ['bob', 'cyd'] }
    expect(typesOf(others, session)).toEqual(['ParticipantsInvited', 'ParticipantsUninvited'])
    expect(Object.keys(eventAfter(session, others).answers as object).toSorted()).toEqual([
      'bob',
      'cyd',
      LIVE_SESSIONS,
    ])
    const none = { ...session, audience: [] }
    expect(Object.keys(eventAfter(session, none).answers as object)).toEqual([LIVE_SESSIONS])
  })

  test('by who has taken the spot: they have accepted, and nobody else has', () => {
    const taken = { ...spot, registered: ['ann'] }
    expect(typesOf(taken, spot)).toEqual(['Answered'])
    expect(eventAfter(spot, taken).answers).toMatchObject({ ann: 'Accepted', bob: 'NeedsAction' })
    const other = { ...spot, registered: ['bob'] }
    expect(typesOf(other, spot, taken)).toEqual(['Answered', 'Answered'])
    expect(eventAfter(spot, taken, other).answers).toMatchObject({
      ann: 'NeedsAction',
      bob: 'Accepted',
    })
  })

  test('but the answers to what nobody registers for are their own', () => {
    const accepted: DomainEvent = {
      type: 'Answered',
      at: 0,
      userId: 'ann',
      status: 'Accepted',
      comment: null,
      revision: 1,
      sequence: 0,
    }
    expect(happens(session, evolve(after(session), accepted))).toEqual([])
  })

  test('by being called off, once', () => {
    const off: Wanted = { ...session, status: 'Cancelled' }
    expect(typesOf(off, session)).toEqual(['Cancelled'])
    expect(typesOf(off, session, off)).toEqual([])
  })
})

test('reconciled: an event that another has under this uid is let be', () => {
  const [made] = happens(session, initialState)
  if (made?.type !== 'Created') throw new Error('it is made first')
  const theirs = evolve(initialState, { ...made, organizer: 'dee' })
  expect(happens({ ...session, title: 'Hello', status: 'Cancelled' }, theirs)).toEqual([])
})

test('reconciled: what the domain refuses is refused', () => {
  const backwards = { ...session, start: session.end, end: session.start }
  expect(E.isLeft(reconciled(asking, backwards, after(session)))).toBe(true)
})
