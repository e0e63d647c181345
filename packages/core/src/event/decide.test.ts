import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { UTC } from '../time/index.js'
import type { Command, Create, Patch } from './command.js'
import { decide } from './decide.js'
import type { DomainEvent } from './domain-event.js'
import { evolve } from './evolve.js'
import type { RsvpResetPolicy } from './reset-policy.js'
import { initialState } from './state.js'

const explicit: RsvpResetPolicy = {
  name: 'explicit',
  resets: ({ asked }) => ({ type: asked ? 'Everyone' : 'Nobody' }),
}

const at = Date.UTC(2027, 2, 1)
const start = Date.UTC(2027, 2, 8, 14)
const end = start + 3_600_000

const asked = (actor: string) => ({ actor, at, commandId: `by-${actor}`, ifRevision: null })

const create: Create = {
  type: 'Create',
  ...asked('ann'),
  uid: 'e1',
  calendarId: 'primary-ann',
  calendarOwner: 'ann',
  title: 'Planning',
  time: { type: 'Timed', start, end, timeZone: UTC },
  status: 'Confirmed',
  location: 'Room 1',
  body: { format: 'Plain', content: 'Agenda' },
  attachments: [],
  showParticipantList: true,
  visibility: 'Participants',
  recurrence: null,
  invitees: { users: ['bob', 'cyd'], unknown: [] },
}

const patch = (changes: Patch['changes'], rest: Partial<Patch> = {}): Patch => ({
  type: 'Patch',
  ...asked('ann'),
  changes,
  notice: 'Default',
  calendarOwner: null,
  ...rest,
})

const answer = (actor: string, rest: object = {}): Command => ({
  type: 'Answer',
  ...asked(actor),
  status: 'Accepted',
  comment: null,
  recurrenceId: null,
  seenRevision: null,
  reply: null,
  ...rest,
})

const cancel: Command = { type: 'Cancel', ...asked('ann'), notice: 'Update' }

/** What happens after `commands`, each of which must be accepted. */
const after = (...commands: readonly Command[]) =>
  commands.reduce((state, command) => {
    const decided = decide(explicit)(command, state)
    if (E.isLeft(decided)) throw new Error(decided.left.type)
    return decided.right.reduce(evolve, state)
  }, initialState)

const when = (command: Command, ...given: readonly Command[]) =>
  decide(explicit)(command, after(...given))

const happenedIn = (decision: ReturnType<typeof when>): readonly DomainEvent[] => {
  if (E.isLeft(decision)) throw new Error(decision.left.type)
  return decision.right
}

const typesOf = (decision: ReturnType<typeof when>) => happenedIn(decision).map(({ type }) => type)

const eventAfter = (...given: readonly Command[]) => {
  const state = after(...given)
  if (state.type === 'Absent') throw new Error('absent')
  return state.event
}

const statusOf = (user: string, ...given: readonly Command[]) =>
  eventAfter(...given).participants.get(user)?.status

describe('decide: create', () => {
  test('makes the actor an accepted organizer and asks the others', () => {
    expect(eventAfter(create)).toMatchObject({ organizer: 'ann', revision: 1, sequence: 0 })
    expect(statusOf('ann', create)).toBe('Accepted')
    expect(statusOf('bob', create)).toBe('NeedsAction')
  })

  test('the organizer listed as a guest is one participant', () => {
    const listed = { ...create, invitees: { users: ['ann', 'bob'], unknown: [] } }
    expect([...eventAfter(listed).participants.keys()]).toEqual(['ann', 'bob'])
  })

  test('again by the organizer decides nothing, whatever it says, also when cancelled', () => {
    expect(typesOf(when({ ...create, title: 'Other' }, create))).toEqual([])
    expect(typesOf(when(create, create, cancel))).toEqual([])
  })

  test('under an id that another organizer uses is refused', () => {
    const other = { ...create, ...asked('bob'), calendarOwner: 'bob' }
    expect(when(other, create)).toEqual(E.left({ type: 'NotOrganizer' }))
  })

  test('names the users that the directory does not know, and a calendar of somebody else', () => {
    const unknown = [{ index: 2, userId: 'zed' }]
    const wrong = { ...create, calendarOwner: 'bob', invitees: { users: [], unknown } }
    expect(when(wrong)).toEqual(
      E.left({
        type: 'InvalidFields',
        problems: [
          { path: ['participants', '2', 'userId'], reason: 'UnknownUser' },
          { path: ['calendarId'], reason: 'UnknownCalendar' },
        ],
      }),
    )
  })
})

describe('decide: patch', () => {
  test('is one domain event for each real change, all of one revision', () => {
    const happened = happenedIn(
      when(patch({ title: 'New', location: null, visibility: 'Participants' }), create),
    )
    expect(happened).toEqual([
      { type: 'Retitled', at, revision: 2, silent: false, title: 'New' },
      { type: 'Relocated', at, revision: 2, silent: false, location: null },
    ])
  })

  test('that changes nothing decides nothing', () => {
    const same = patch({
      title: 'Planning',
      body: { content: 'Agenda', format: 'Plain' },
      timeSlot: { start: '2027-03-08T14:00:00Z' },
      attachments: [],
      status: 'Confirmed',
    })
    expect(typesOf(when(same, create))).toEqual([])
  })

  test('of one edge keeps the other and is checked after the merge', () => {
    const late = patch({ timeSlot: { start: '2027-03-08T14:30:00Z' } })
    expect(eventAfter(create, late)).toMatchObject({
      sequence: 1,
      time: { start: start + 1_800_000, end },
    })
    const beyond = patch({ timeSlot: { start: '2027-03-08T15:00:00.001Z' } })
    expect(when(beyond, create)).toEqual(E.left({ type: 'InvalidTimeRange' }))
  })

  test('raises the sequence for a new time or status only, once a patch', () => {
    const both = patch({ timeSlot: { end: '2027-03-08T16:00:00Z' }, status: 'Tentative' })
    expect(eventAfter(create, both).sequence).toBe(1)
    expect(eventAfter(create, patch({ location: 'Moon' })).sequence).toBe(0)
  })

  test('by a guest is refused, by a stranger it is not found, before anything is there too', () => {
    const by = (actor: string) => patch({ title: 'X' }, asked(actor))
    expect(when(by('bob'), create)).toEqual(E.left({ type: 'NotOrganizer' }))
    expect(when(by('eve'), create)).toEqual(E.left({ type: 'NotFound' }))
    expect(when(by('ann'))).toEqual(E.left({ type: 'NotFound' }))
  })

  test('of another revision than the stored one is refused', () => {
    const precise = patch({ title: 'X' }, { ifRevision: [3, 4] })
    expect(when(precise, create)).toEqual(E.left({ type: 'RevisionMismatch', revision: 1 }))
    expect(typesOf(when({ ...precise, ifRevision: [1] }, create))).toEqual(['Retitled'])
  })

  test('moves the event only to a calendar of the organizer', () => {
    const moved = patch({ calendarId: 'work' }, { calendarOwner: 'ann' })
    expect(eventAfter(create, moved).calendarId).toBe('work')
    expect(when({ ...moved, calendarOwner: 'bob' }, create)).toMatchObject(
      E.left({ type: 'InvalidFields' }),
    )
  })

  test('of a cancelled event is refused, unless all it does is cancel', () => {
    expect(when(patch({ title: 'X' }), create, cancel)).toEqual(E.left({ type: 'EventCancelled' }))
    expect(when(patch({ status: 'Confirmed' }), create, cancel)).toEqual(
      E.left({ type: 'EventCancelled' }),
    )
    expect(typesOf(when(patch({ status: 'Cancelled' }), create, cancel))).toEqual([])
  })
})

describe('decide: reset', () => {
  const reset = patch({}, { notice: 'Reset', commandId: 'ask' })

  test('says whose answers no longer hold, and never touches the organizer', () => {
    const [happened] = happenedIn(when(reset, create, answer('bob'), answer('ann')))
    expect(happened).toMatchObject({
      type: 'RsvpsReset',
      revision: 2,
      answers: [{ userId: 'bob', status: 'Accepted' }],
      policy: 'explicit',
      cause: 'Asked',
    })
    expect(statusOf('ann', create, answer('bob'), reset)).toBe('Accepted')
    expect(statusOf('bob', create, answer('bob'), reset)).toBe('NeedsAction')
  })

  test('keeps the sequence: asking again is no reschedule', () => {
    expect(eventAfter(create, reset).sequence).toBe(0)
  })

  test('is asked once by one command, and again by another', () => {
    expect(typesOf(when(reset, create, reset))).toEqual([])
    expect(typesOf(when({ ...reset, commandId: 'again' }, create, reset))).toEqual(['RsvpsReset'])
  })

  test('an answer to an older revision is recorded and leaves the question open', () => {
    const stale = answer('bob', { seenRevision: 1 })
    expect(typesOf(when(stale, create, reset))).toEqual(['Answered'])
    expect(statusOf('bob', create, reset, stale)).toBe('NeedsAction')
    expect(statusOf('bob', create, reset, answer('bob'))).toBe('Accepted')
  })

  test('without being asked, the explicit policy resets nothing', () => {
    const moved = patch({ timeSlot: { end: '2027-03-08T16:00:00Z' } })
    expect(statusOf('bob', create, answer('bob'), moved)).toBe('Accepted')
  })

  test('an update notice alone is an ask that changes no revision', () => {
    const announce = patch({}, { notice: 'Update' })
    expect(typesOf(when(announce, create))).toEqual(['UpdateAnnounced'])
    expect(eventAfter(create, announce).revision).toBe(1)
  })
})

describe('decide: answer', () => {
  test('records the revision it answers and raises none', () => {
    const [happened] = happenedIn(when(answer('bob', { comment: 'yes' }), create))
    expect(happened).toMatchObject({ type: 'Answered', userId: 'bob', revision: 1, sequence: 0 })
    expect(eventAfter(create, answer('bob')).revision).toBe(1)
  })

  test('the same again decides nothing; another comment is another answer', () => {
    expect(typesOf(when(answer('bob'), create, answer('bob')))).toEqual([])
    expect(typesOf(when(answer('bob', { comment: 'late' }), create, answer('bob')))).toEqual([
      'Answered',
    ])
  })

  test('by a stranger is not found, to a cancelled event is refused', () => {
    expect(when(answer('eve'), create)).toEqual(E.left({ type: 'NotFound' }))
    expect(when(answer('bob'), create, cancel)).toEqual(E.left({ type: 'EventCancelled' }))
  })

  test('a reply that arrives late is discarded without an error', () => {
    const reply = (stamp: number, sequence: number) => answer('bob', { reply: { stamp, sequence } })
    const given = [create, reply(at + 10, 1)]
    expect(typesOf(when({ ...reply(at + 20, 0) }, ...given))).toEqual([])
    expect(typesOf(when({ ...reply(at + 5, 1) }, ...given))).toEqual([])
    expect(
      typesOf(
        when(
          answer('bob', { status: 'Declined', reply: { stamp: at + 11, sequence: 1 } }),
          ...given,
        ),
      ),
    ).toEqual(['Answered'])
  })
})

describe('decide: participants and cancellation', () => {
  const invite = (...users: readonly string[]): Command => ({
    type: 'Invite',
    ...asked('ann'),
    invitees: { users, unknown: [] },
  })
  const uninvite = (userId: string): Command => ({ type: 'Uninvite', ...asked('ann'), userId })

  test('inviting adds the new ones only', () => {
    expect(happenedIn(when(invite('bob', 'dee'), create, answer('bob')))).toMatchObject([
      { type: 'ParticipantsInvited', participants: ['dee'], revision: 2 },
    ])
    expect(typesOf(when(invite('bob'), create))).toEqual([])
    expect(statusOf('bob', create, answer('bob'), invite('bob', 'dee'))).toBe('Accepted')
  })

  test('who is invited again after being taken out has not answered', () => {
    expect(statusOf('bob', create, answer('bob'), uninvite('bob'))).toBeUndefined()
    expect(statusOf('bob', create, answer('bob'), uninvite('bob'), invite('bob'))).toBe(
      'NeedsAction',
    )
  })

  test('the organizer stays', () => {
    expect(when(uninvite('ann'), create)).toMatchObject(E.left({ type: 'InvalidFields' }))
  })

  test('cancelling twice cancels once, and raises the sequence', () => {
    expect(typesOf(when(cancel, create))).toEqual(['Cancelled'])
    expect(typesOf(when(cancel, create, cancel))).toEqual([])
    expect(eventAfter(create, cancel)).toMatchObject({
      status: 'Cancelled',
      sequence: 1,
      revision: 2,
    })
  })

  test('a language is recorded for the body it was found in, and for no other', () => {
    const found = (bodyRevision: number): Command => ({
      type: 'RecordLanguage',
      ...asked('detector'),
      language: 'en',
      bodyRevision,
    })
    const rewritten = patch({ body: { format: 'Plain', content: 'Ganz anders' } })
    expect(eventAfter(create, found(1))).toMatchObject({ language: 'en', revision: 1 })
    expect(typesOf(when(found(1), create, found(1)))).toEqual([])
    expect(typesOf(when(found(1), create, rewritten))).toEqual([])
    expect(eventAfter(create, found(1), rewritten).language).toBeNull()
  })
})
