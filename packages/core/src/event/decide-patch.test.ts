import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import {
  answer,
  cancelAll,
  create,
  eventAfter,
  happenedIn,
  patch,
  patchOne,
  typesOf,
  when,
} from '../../test/event/series.js'
import type { Command, Patch } from './command.js'

const single = create(null)
const weekly = create(['RRULE:FREQ=WEEKLY'])
const RID = '20270315T130000Z'
const link = { name: 'Plan', url: 'https://example.com/plan', mimeType: null, sizeBytes: null }
const body = { format: 'Plain', content: 'Other' } as const

describe('decide: a patch of one field', () => {
  const rows: readonly (readonly [Patch['changes'], object])[] = [
    [{ title: 'New' }, { type: 'Retitled', title: 'New' }],
    [{ location: null }, { type: 'Relocated', location: null }],
    [{ body }, { type: 'Described', body }],
    [{ body: null }, { type: 'Described', body: null }],
    [{ attachments: [link] }, { type: 'AttachmentsReplaced', attachments: [link] }],
    [{ showParticipantList: false }, { type: 'ParticipantListHidden' }],
    [{ visibility: 'Public' }, { type: 'VisibilityChanged', visibility: 'Public' }],
    [{ calendarId: 'work' }, { type: 'Refiled', calendarId: 'work' }],
    [{ status: 'Tentative' }, { type: 'MadeTentative', sequence: 1 }],
    [{ status: 'Cancelled' }, { type: 'Cancelled', sequence: 1 }],
  ]

  test.for(rows)('%j is one domain event, and again none', ([changes, happened]) => {
    const one = patch(changes, { calendarOwner: 'ann' })
    const { at } = one
    expect(when(one, single)).toEqual(E.right([{ ...happened, at, revision: 2, silent: false }]))
    expect(typesOf(when(one, single, one))).toEqual([])
  })

  test('each is what the event says afterwards', () => {
    const all = patch(
      {
        ...{ title: 'New', location: null, body, attachments: [link], visibility: 'Public' },
        ...{ showParticipantList: false, calendarId: 'work', status: 'Tentative' },
      },
      { calendarOwner: 'ann' },
    )
    expect(eventAfter(single, all)).toMatchObject({
      ...{ title: 'New', location: null, body, attachments: [link], visibility: 'Public' },
      ...{ showParticipantList: false, calendarId: 'work', status: 'Tentative' },
      ...{
        revision: 2,
        bodyRevision: 2,
        sequence: 1,
        updatedAt: all.type === 'Patch' ? all.at : 0,
      },
    })
    const back = patch({ showParticipantList: true, status: 'Confirmed' })
    expect(typesOf(when(back, single, all))).toEqual(['ParticipantListShown', 'Confirmed'])
    expect(eventAfter(single, all, back)).toMatchObject({
      showParticipantList: true,
      status: 'Confirmed',
    })
  })

  test('in silence is told to nobody', () => {
    const quiet = patch({ title: 'New' }, { notice: 'Nobody' })
    expect(happenedIn(when(quiet, single))).toMatchObject([{ silent: true }])
  })

  test('a cancellation asks nobody anew', () => {
    const off = patch({ status: 'Cancelled' }, { notice: 'Reset' })
    expect(typesOf(when(off, single))).toEqual(['Cancelled'])
    const one = patchOne(RID, { status: 'Cancelled' }, 'Reset')
    expect(typesOf(when(one, weekly))).toEqual(['OccurrenceCancelled'])
  })

  test('an update notice beside changes announces nothing more', () => {
    expect(typesOf(when(patch({ title: 'New' }, { notice: 'Update' }), single))).toEqual([
      'Retitled',
    ])
    expect(typesOf(when(patch({ title: 'Weekly' }, { notice: 'Update' }), single))).toEqual([])
  })
})

describe('decide: a patch of one field of an occurrence', () => {
  const recurrenceId = '2027-03-15T09:00:00'
  const rows = [
    [{ title: 'New' }, { type: 'OccurrenceRetitled', title: 'New' }],
    [{ location: null }, { type: 'OccurrenceRelocated', location: null }],
    [{ body: null }, { type: 'OccurrenceDescribed', body: null }],
    [{ attachments: [link] }, { type: 'OccurrenceAttachmentsReplaced', attachments: [link] }],
    [{ status: 'Tentative' }, { type: 'OccurrenceMadeTentative', sequence: 1 }],
    [{ status: 'Cancelled' }, { type: 'OccurrenceCancelled', sequence: 1 }],
  ] as const

  test.for(rows)('%j is one domain event, and again none', ([changes, happened]) => {
    const one = patchOne(RID, changes)
    expect(when(one, weekly)).toEqual(
      E.right([{ ...happened, recurrenceId, at: one.at, revision: 2, silent: false }]),
    )
    expect(typesOf(when(one, weekly, one))).toEqual([])
    const { type: _type, sequence: _sequence, ...said } = { sequence: 0, ...happened }
    expect([...eventAfter(weekly, one).overrides.values()]).toEqual([
      'status' in changes ? { status: changes.status } : said,
    ])
  })

  test('it is confirmed again', () => {
    const given = [weekly, patchOne(RID, { status: 'Tentative' })]
    const again = patchOne(RID, { status: 'Confirmed' })
    expect(typesOf(when(again, ...given))).toEqual(['OccurrenceConfirmed'])
    const event = eventAfter(...given, again)
    expect(event.overrides.get([...event.overrides.keys()][0] ?? fail())).toEqual({
      status: 'Confirmed',
    })
    expect(event.sequence).toBe(2)
  })
})

const fail = (): never => {
  throw new Error('there is an override')
}

describe('decide: who comes', () => {
  const by = { actor: 'ann', at: 0, commandId: 'c', ifRevision: null }
  const invite = (users: readonly string[], unknown: readonly string[] = []): Command => ({
    ...{ type: 'Invite', ...by },
    invitees: { users, unknown: unknown.map((userId, index) => ({ index, userId })) },
  })
  const uninvite = (userId: string, others?: readonly string[]): Command => ({
    ...{ type: 'Uninvite', ...by, userId },
    ...(others === undefined ? {} : { others }),
  })

  test('nobody is invited who is not known, nor to what is cancelled', () => {
    expect(when(invite(['dee'], ['zed']), single)).toEqual(
      E.left({
        type: 'InvalidFields',
        problems: [{ path: ['participants', '0', 'userId'], reason: 'UnknownUser' }],
      }),
    )
    expect(when(invite(['dee']), single, cancelAll)).toEqual(E.left({ type: 'EventCancelled' }))
  })

  test('several are taken out at once, but never the organizer', () => {
    expect(happenedIn(when(uninvite('bob', ['zed', 'cyd']), single))).toMatchObject([
      { type: 'ParticipantsUninvited', participants: ['bob', 'cyd'], revision: 2 },
    ])
    expect(typesOf(when(uninvite('zed'), single))).toEqual([])
    const stays = E.left({
      type: 'InvalidFields',
      problems: [{ path: ['userId'], reason: 'OrganizerStays' }],
    })
    expect(when(uninvite('ann'), single)).toEqual(stays)
    expect(when(uninvite('bob', ['ann']), single)).toEqual(stays)
    expect(when(uninvite('bob'), single, cancelAll)).toEqual(E.left({ type: 'EventCancelled' }))
    expect([...eventAfter(single, uninvite('bob')).participants.keys()]).toEqual(['ann', 'cyd'])
  })

  test('only the organizer invites and takes out, and anybody there answers', () => {
    for (const command of [invite(['dee']), uninvite('cyd'), cancelAll]) {
      expect(when({ ...command, actor: 'bob' }, single)).toEqual(E.left({ type: 'NotOrganizer' }))
    }
    expect(typesOf(when(answer('bob', null), single))).toEqual(['Answered'])
  })
})
