import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  changedMonday,
  guest,
  idOf,
  importing,
  importingMondays,
  outcomeOf,
  providersPart,
  saidBy,
  sourceOf,
  T,
} from '../../test/event/import.js'
import {
  answer,
  cancelAll,
  cancelOne,
  create,
  eventAfter,
  happenedIn,
  mondays,
  newYork,
  patch,
  patchOne,
  split,
  stateAfter,
  truncate,
  typesOf,
  when,
} from '../../test/event/series.js'
import type { Command } from './command.js'
import { initialState, type State } from './state.js'

const gone = (updatedAt: number | null = T(5), more: object = {}): Command => ({
  type: 'CancelImport',
  actor: 'ann',
  at: T(20),
  commandId: 'gone',
  calendarOwner: 'ann',
  updatedAt,
  ...more,
})

const invite: Command = {
  type: 'Invite',
  actor: 'ann',
  at: T(11),
  commandId: 'invite',
  ifRevision: null,
  invitees: { users: ['bob'], unknown: [] },
}

describe('the first import', () => {
  test('makes an event of the owner of the calendar, who comes', () => {
    const event = eventAfter(importing())
    expect(event).toMatchObject({
      uid: 'import-1',
      calendarId: 'primary-ann',
      organizer: 'ann',
      title: 'Planning',
      status: 'Confirmed',
      revision: 1,
      sequence: 0,
      bodyRevision: 1,
      createdAt: T(10),
      updatedAt: T(10),
      raw: { event: { id: 'g1' }, occurrences: [] },
    })
    expect([...event.participants.values()]).toEqual([
      {
        userId: 'ann',
        status: 'Accepted',
        answer: { status: 'Accepted', comment: null, at: T(10), revision: 1, sequence: 0 },
        occurrences: new Map(),
      },
    ])
    const { raw: _, attendees, ...source } = sourceOf()
    const kept = attendees.map((each) => ({ ...each, statusChanged: false, removedAt: null }))
    expect(event.source).toEqual({ ...source, attendees: kept })
  })

  test('makes a series with what differs in it', () => {
    const cancelled = changedMonday({
      ...importing(),
      recurrenceId: idOf('2027-03-22T09:00:00'),
      status: 'Cancelled',
      time: newYork('2027-03-22T09:00', '2027-03-22T10:00'),
    })
    const event = eventAfter(importingMondays({ occurrences: [changedMonday(), cancelled] }))
    expect(
      [...event.overrides].map(([id, { source, ...rest }]) => [id, source?.providerId, rest]),
    ).toEqual([
      [
        '2027-03-15T09:00:00',
        'g1_1',
        {
          title: 'Planning, longer',
          time: newYork('2027-03-15T10:00', '2027-03-15T12:00'),
        },
      ],
      ['2027-03-22T09:00:00', 'g1', { status: 'Cancelled' }],
    ])
    expect(event.raw?.occurrences.map(({ raw }) => raw)).toEqual([{ id: 'g1_1' }, { id: 'g1' }])
  })

  test('of a cancelled event makes a cancelled one', () => {
    expect(stateAfter(importing({ status: 'Cancelled' })).type).toBe('Cancelled')
  })

  test.each([
    ['into a calendar of another', { calendarOwner: 'bob' }, 'calendarId', 'UnknownCalendar'],
    ['into a calendar that is not there', { calendarOwner: null }, 'calendarId', 'UnknownCalendar'],
  ] as const)('%s is refused', (_, more, field, reason) => {
    const refused = E.left({ type: 'InvalidFields', problems: [{ path: [field], reason }] })
    expect(when(importing(more))).toEqual(refused)
    expect(when(gone(T(5), more), importing())).toEqual(refused)
  })

  test('under the id of an event that was made here is refused', () => {
    expect(when(importing(), create(null))).toEqual(
      E.left({ type: 'InvalidFields', problems: [{ path: ['key'], reason: 'Taken' }] }),
    )
    expect(when({ ...importing(), actor: 'bob', calendarOwner: 'bob' }, create(null))).toEqual(
      E.left({ type: 'NotOrganizer' }),
    )
    expect(when(gone(), create(null))).toEqual(E.left({ type: 'NotFound' }))
  })
})

describe('an import of what is there', () => {
  test.each([
    ['as it was', importing()],
    ['guests in another order', importing({}, { attendees: sourceOf().attendees.toReversed() })],
    ['another raw of the same moment', importing({}, { raw: { etag: '2' } })],
    ['older', importing({ title: 'Old' }, { updatedAt: T(0) })],
    ['a moment older', importing({ title: 'Old' }, { updatedAt: T(1) - 1 })],
  ])('%s decides nothing', (_, command) => {
    expect(when(command, importing())).toEqual(E.right([]))
  })

  test.each([
    ['a rule in other words', { recurrence: ['RRULE:COUNT=8;FREQ=WEEKLY;INTERVAL=1'] }],
    ['as it was', {}],
  ])('a series: %s decides nothing', (_, more) => {
    expect(when(importingMondays(more), importingMondays())).toEqual(E.right([]))
  })

  test.each([
    ['title', { title: 'Other' }, {}, 0],
    ['location', { location: null }, {}, 0],
    ['body', { body: null }, {}, 0],
    ['status', { status: 'Tentative' }, {}, 1],
    ['time', { time: newYork('2027-03-08T09:00', '2027-03-08T10:30') }, {}, 1],
    ['recurrence', { recurrence: ['RRULE:FREQ=DAILY'] }, {}, 1],
    ['guests', {}, { attendees: [guest('ann', 'Accepted')] }, 0],
    [
      "a guest's answer",
      {},
      { attendees: [guest('ann', 'Accepted'), guest('bob', 'Declined')] },
      0,
    ],
    ['one guest twice', {}, { attendees: [...sourceOf().attendees, guest('bob')] }, 0],
    ['link', {}, { htmlLink: 'https://example.com' }, 0],
    ['when it was changed', {}, { updatedAt: T(2) }, 0],
    ['when it was changed, not known', {}, { updatedAt: null }, 0],
  ] as const)('with another %s makes it so, in a revision', (_, more, source, sequence) => {
    const command = importing(more, source)
    expect(typesOf(when(command, importing()))).toEqual(['Imported'])
    const event = eventAfter(importing(), command)
    expect(providersPart(event)).toEqual(saidBy(command))
    expect(event).toMatchObject({ revision: 2, sequence })
    expect(when(command, importing(), command)).toEqual(E.right([]))
  })

  test('counts raw alone where the provider does not say when it changed something', () => {
    const given = importing({}, { updatedAt: null })
    const other = importing({}, { updatedAt: null, raw: { id: 'g1', colour: 2 } })
    expect(when(given, given)).toEqual(E.right([]))
    expect(typesOf(when(other, given))).toEqual(['Imported'])
  })

  test.each([
    ['renamed', { title: 'Shorter' }, 0],
    ['moved', { time: newYork('2027-03-15T08:00', '2027-03-15T09:00') }, 1],
    ['cancelled', { status: 'Cancelled' }, 1],
    ['of another source', { source: sourceOf({ providerId: 'g1_2' }) }, 0],
  ] as const)('with an occurrence %s makes it so', (_, more, sequence) => {
    const command = importingMondays({ occurrences: [changedMonday(more)] })
    const event = eventAfter(importingMondays(), command)
    expect(providersPart(event)).toEqual(saidBy(command))
    expect(event).toMatchObject({ revision: 2, sequence })
  })

  test('without an occurrence that differed gives it back to the series', () => {
    const event = eventAfter(importingMondays(), importingMondays({ occurrences: [] }))
    expect([event.overrides.size, event.raw?.occurrences.length, event.sequence]).toEqual([0, 0, 1])
  })

  test('keeps the very recurrence and overrides when they stay', () => {
    const before = stateAfter(importingMondays())
    const { after } = outcomeOf(importingMondays({ title: 'Other' }), before)
    if (after.type === 'Absent' || before.type === 'Absent') throw new Error('absent')
    expect(after.event.recurrence).toBe(before.event.recurrence)
    expect(after.event.time).toBe(before.event.time)
    expect(after.event.overrides).toBe(before.event.overrides)
  })

  test('a body that stays keeps its revision and language', () => {
    const detected: Command = {
      type: 'RecordLanguage',
      actor: 'detector',
      at: T(11),
      commandId: 'l',
      language: 'en',
      bodyRevision: 1,
    }
    const same = eventAfter(importing(), detected, importing({ title: 'Other' }))
    expect([same.bodyRevision, same.language]).toEqual([1, 'en'])
    const other = eventAfter(importing(), detected, importing({ body: null }))
    expect([other.bodyRevision, other.language]).toEqual([2, null])
  })
})

describe('what was made here', () => {
  test.each([
    ['renamed', patch({ title: 'Mine' })],
    ['moved', patch({ timeSlot: { start: '2027-03-08T10:00', end: '2027-03-08T11:00' } })],
    ['cancelled', cancelAll],
    ['repeating otherwise', patch({ recurrence: null })],
    ['without an occurrence', cancelOne('20270322T130000Z')],
    ['with an occurrence renamed', patchOne('20270322T130000Z', { title: 'Mine' })],
    ['with an occurrence moved back', patchOne('20270315T130000Z', { title: 'Planning' })],
    ['ending earlier', truncate('20270405T130000Z')],
  ])('%s is allowed, and lasts until the next import, which need not be newer', (_, command) => {
    const event = eventAfter(importingMondays(), command, importingMondays())
    expect(providersPart(event)).toEqual(saidBy(importingMondays()))
    expect(event.revision).toBe(3)
  })

  test('stays when it is nothing that providers say', () => {
    const attachments = [
      { name: 'a', url: 'https://example.com/a', mimeType: null, sizeBytes: null },
    ]
    const event = eventAfter(
      importing(),
      invite,
      answer('bob', null, { status: 'Tentative' }),
      patch({ attachments, showParticipantList: false, visibility: 'Public' }),
      importing({ title: 'Other' }, { updatedAt: T(2) }),
    )
    expect(event).toMatchObject({ attachments, showParticipantList: false, visibility: 'Public' })
    expect(event.createdAt).toBe(T(10))
    expect(event.participants.get('bob')?.status).toBe('Tentative')
  })

  test('in an occurrence stays beside what is imported for it', () => {
    const attachments = [
      { name: 'a', url: 'https://example.com/a', mimeType: null, sizeBytes: null },
    ]
    const event = eventAfter(
      importingMondays(),
      patchOne('20270315T130000Z', { attachments }),
      importingMondays({ title: 'Other' }),
    )
    expect(event.overrides.get(idOf('2027-03-15T09:00:00'))).toMatchObject({
      attachments,
      title: 'Planning, longer',
    })
  })

  test('answers to occurrences that the series has no more are dropped by name', () => {
    const given = [
      importingMondays(),
      invite,
      answer('bob', '20270315T130000Z'),
      answer('bob', '20270426T130000Z'),
    ]
    const shorter = importingMondays({ recurrence: ['RRULE:FREQ=WEEKLY;COUNT=3'] })
    expect(when(shorter, ...given)).toMatchObject(
      E.right([
        { type: 'Imported' },
        { type: 'ExceptionsDropped', revision: 3, recurrenceIds: ['2027-04-26T09:00:00'] },
      ]),
    )
    const { participants } = eventAfter(...given, shorter)
    expect([...(participants.get('bob')?.occurrences.keys() ?? [])]).toEqual([
      '2027-03-15T09:00:00',
    ])
    const once = eventAfter(...given, importing())
    expect(once.participants.get('bob')?.occurrences.size).toBe(0)
  })

  test('an imported series is not split, as the next import would bring back what was cut off', () => {
    expect(when(split('20270322T130000Z'), importingMondays())).toEqual(
      E.left({ type: 'InvalidFields', problems: [{ path: ['uid'], reason: 'Imported' }] }),
    )
  })
})

describe('guests outside', () => {
  const guests = (...attendees: ReturnType<typeof guest>[]) => importing({}, { attendees })
  const kept = (...commands: readonly Command[]) =>
    eventAfter(...commands).source?.attendees.map(({ email, status, statusChanged, removedAt }) => [
      email?.split('@')[0],
      status,
      statusChanged,
      removedAt,
    ])

  test('who is not there any more stays, with when that was', () => {
    const first = guests(guest('ann'), guest('bob', 'Accepted'))
    const second = { ...guests(guest('ann')), at: T(11) }
    const third = { ...guests(guest('ann', 'Accepted')), at: T(12) }
    expect(kept(first, second)).toEqual([
      ['ann', 'NeedsAction', false, null],
      ['bob', 'Accepted', false, T(11)],
    ])
    expect(kept(first, second, third)).toEqual([
      ['ann', 'Accepted', true, null],
      ['bob', 'Accepted', false, T(11)],
    ])
  })

  test('who comes back is a guest again, by the address however it is written', () => {
    const first = guests(guest('bob', 'Accepted'))
    const back = guests({ ...guest('bob', 'Declined'), email: 'BOB@example.com' })
    expect(kept(first, guests(), back)).toEqual([['BOB', 'Declined', true, null]])
  })

  test('whose answer changed and changed back, changed', () => {
    const [no, yes] = [guests(guest('bob', 'Declined')), guests(guest('bob', 'Accepted'))]
    expect(kept(no, yes, no)).toEqual([['bob', 'Declined', true, null]])
    expect(kept(no, yes, { ...yes, title: 'Other' })).toEqual([['bob', 'Accepted', true, null]])
  })

  test('the last thousand of those who left are kept', () => {
    const many = Array.from({ length: 1000 }, (_, i) => guest(`g${i}`))
    const event = eventAfter(guests(...many), guests(guest('last')), { ...guests(), at: T(11) })
    expect(event.source?.attendees).toHaveLength(1000)
    expect(event.source?.attendees.at(-1)?.email).toBe('last@example.com')
  })
})

describe('the word that an event is gone', () => {
  test('cancels it, once', () => {
    expect(typesOf(when(gone(), importing()))).toEqual(['ImportCancelled'])
    const event = eventAfter(importing(), gone())
    expect(event).toMatchObject({ status: 'Cancelled', revision: 2, sequence: 1, updatedAt: T(20) })
    expect(event.source?.updatedAt).toBe(T(5))
    expect(when(gone(), importing(), gone())).toEqual(E.right([]))
    expect(when(gone(null), importing(), gone())).toEqual(E.right([]))
  })

  test('means nothing for what was never imported, or when it is older', () => {
    expect(when(gone())).toEqual(E.left({ type: 'NotFound' }))
    expect(when(gone(T(0)), importing())).toEqual(E.right([]))
    const old = importing({}, { updatedAt: T(0) })
    expect(when(old, importing(), gone(null))).toEqual(E.right([]))
  })

  test('is kept when it is later than what cancelled the event', () => {
    const event = eventAfter(importing({ status: 'Cancelled' }), gone())
    expect(event).toMatchObject({ revision: 2, sequence: 0 })
    expect(
      when(importing({}, { updatedAt: T(4) }), importing({ status: 'Cancelled' }), gone()),
    ).toEqual(E.right([]))
  })

  test('is taken back by an import that is not older', () => {
    expect(when(importing(), importing(), gone())).toEqual(E.right([]))
    const again = importing({}, { updatedAt: T(5) })
    const state = stateAfter(importing(), gone(), again)
    expect(state).toMatchObject({ type: 'Scheduled', event: { status: 'Confirmed', sequence: 2 } })
  })

  test('our own commands take nothing back', () => {
    expect(when(patch({ status: 'Confirmed' }), importing(), gone())).toEqual(
      E.left({ type: 'EventCancelled' }),
    )
  })
})

test('nobody is told of an import', () => {
  const given = [importing(), invite]
  for (const command of [
    importing({ title: 'Other' }),
    importing({ status: 'Cancelled' }),
    gone(),
  ]) {
    const { happened, messages } = outcomeOf(command, stateAfter(...given))
    expect([happened.length, messages]).toEqual([1, []])
  }
})

/** Versions of one event of a provider, each changed later than the one before. */
const versions = () =>
  fc
    .array(
      fc.record({
        title: fc.constantFrom('A', 'B'),
        status: fc.constantFrom('Confirmed', 'Cancelled', 'Tentative'),
        lines: fc.constantFrom(null, 'COUNT=8', 'COUNT=3'),
        moved: fc.boolean(),
        guests: fc.subarray(['ann', 'bob', 'cyd']),
      }),
      { minLength: 1, maxLength: 6 },
    )
    .map((drawn) =>
      drawn.map(({ title, status, lines, moved, guests }, index) =>
        importing(
          {
            title,
            status,
            time: mondays,
            recurrence: lines === null ? null : [`RRULE:FREQ=WEEKLY;${lines}`],
            occurrences: moved && lines !== null ? [changedMonday()] : [],
          },
          { updatedAt: T(index), attendees: guests.map((each) => guest(each)), raw: { index } },
        ),
      ),
    )

describe('versions of one event', () => {
  const withOrders = () =>
    versions().chain((all) =>
      fc.record({
        all: fc.constant(all),
        // Each at least once, some again.
        order: fc.array(fc.nat(all.length - 1), { maxLength: 4 }).chain((again) => {
          const given = [...all.keys(), ...again]
          return fc.shuffledSubarray(given, { minLength: given.length })
        }),
      }),
    )

  test('end in the newest, in whatever order and how often they come', () => {
    fc.assert(
      fc.property(withOrders(), ({ all, order }) => {
        const event = eventAfter(...order.flatMap((index) => all[index] ?? []))
        const newest = all.at(-1)
        expect(newest === undefined ? null : providersPart(event)).toEqual(
          newest === undefined ? null : saidBy(newest),
        )
      }),
    )
  })

  test('say nothing new a second time', () => {
    fc.assert(
      fc.property(versions(), (all) => {
        const state = stateAfter(...all)
        for (const each of all) expect(outcomeOf(each, state).happened).toEqual([])
      }),
    )
  })

  test('raise the revision by one each time something happens', () => {
    fc.assert(
      fc.property(versions(), (all) => {
        let state: State = initialState
        let changes = 0
        for (const each of all) {
          const { happened, after } = outcomeOf(each, state)
          changes += happened.some(({ type }) => type === 'Imported') ? 1 : 0
          state = after
        }
        expect(state.type === 'Absent' ? 0 : state.event.revision).toBe(changes)
      }),
    )
  })
})

describe('what an import says of single occurrences', () => {
  const titled = changedMonday({ time: newYork('2027-03-15T09:00', '2027-03-15T10:00') })
  const without = importingMondays({ occurrences: [] })
  const sequenceAfter = (...commands: readonly Command[]) => eventAfter(...commands).sequence

  test('raises the sequence when it moves or cancels one, and not when it only retitles it', () => {
    expect(sequenceAfter(without, importingMondays({ occurrences: [titled] }))).toBe(0)
    expect(sequenceAfter(without, importingMondays())).toBe(1)
    const cancelled: typeof titled = { ...titled, title: 'Planning', status: 'Cancelled' }
    expect(sequenceAfter(without, importingMondays({ occurrences: [cancelled] }))).toBe(1)
  })

  test('is where and what about, too', () => {
    const elsewhere = { ...titled, location: 'Room 2', body: null }
    const event = eventAfter(importingMondays({ occurrences: [elsewhere] }))
    expect(event.overrides.get(titled.recurrenceId)).toMatchObject({
      title: titled.title,
      location: 'Room 2',
      body: null,
    })
  })

  test('keeps who was a guest of one, and when it was last asked about', () => {
    const bobs = changedMonday({ source: sourceOf({ attendees: [guest('bob')] }) })
    const nobodys = changedMonday({ source: sourceOf({ attendees: [], updatedAt: T(2) }) })
    const reset = patchOne('20270315T130000Z', {}, 'Reset')
    const event = eventAfter(importingMondays({ occurrences: [bobs] }), reset, {
      ...importingMondays({ occurrences: [nobodys] }, { updatedAt: T(2) }),
      at: T(11),
    })
    const override = event.overrides.get(bobs.recurrenceId)
    expect(override?.source?.attendees).toMatchObject([
      { email: 'bob@example.com', removedAt: T(11) },
    ])
    expect(override?.resetRevision).toBe(2)
  })

  test('and what it drops, it drops in silence', () => {
    const single = answer('ann', '20270426T130000Z')
    const shorter = importingMondays(
      { recurrence: ['RRULE:FREQ=WEEKLY;COUNT=3'] },
      { updatedAt: T(2) },
    )
    expect(happenedIn(when(shorter, importingMondays(), single))).toMatchObject([
      { type: 'Imported' },
      { type: 'ExceptionsDropped', silent: true },
    ])
  })
})

describe('an import', () => {
  test('makes an event that its participants see, and their guests', () => {
    expect(eventAfter(importing())).toMatchObject({
      attachments: [],
      showParticipantList: true,
      visibility: 'Participants',
    })
  })

  test('is called off by its organizer alone', () => {
    const off = gone(null, { actor: 'bob', calendarOwner: 'bob' })
    expect(when(off, importing())).toEqual(E.left({ type: 'NotOrganizer' }))
  })

  test('knows guests without an address by their names', () => {
    const nameless = (name: string) => ({ ...guest('x'), email: null, name })
    const event = eventAfter(importing({}, { attendees: [nameless('Bob'), nameless('Cyd')] }), {
      ...importing({}, { attendees: [nameless('Bob')], updatedAt: T(2) }),
      at: T(11),
    })
    expect(event.source?.attendees).toMatchObject([
      { name: 'Bob', removedAt: null },
      { name: 'Cyd', removedAt: T(11) },
    ])
  })

  test('says nothing new where only what is made here differs in an occurrence', () => {
    const link = { name: 'Plan', url: 'https://example.com/plan', mimeType: null, sizeBytes: null }
    const attached = patchOne('20270322T130000Z', { attachments: [link] })
    expect(typesOf(when(importingMondays(), importingMondays(), attached))).toEqual([])
  })

  test('goes by raw where the provider says of an occurrence no time of change', () => {
    const one = (raw: unknown) =>
      importingMondays({
        occurrences: [changedMonday({ source: sourceOf({ updatedAt: null, raw }) })],
      })
    expect(typesOf(when(one('a'), one('a')))).toEqual([])
    expect(typesOf(when(one('b'), one('a')))).toEqual(['Imported'])
  })
})
