import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
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
  startsOf,
  stateAfter,
  truncate,
  typesOf,
  when,
} from '../../test/event/series.js'
import type { Command } from './command.js'
import { decide } from './decide.js'
import { defaultLimits } from './limits.js'
import { recurrenceIdOf } from './recurrence-id.js'
import type { RsvpResetPolicy } from './reset-policy.js'

const weekly = create(['RRULE:FREQ=WEEKLY'])
const RID = '20270315T130000Z'
const ID = '2027-03-15T09:00:00'

const single = create(null)

describe('decide: create a series', () => {
  test('is one revision: created, and how it repeats', () => {
    expect(typesOf(when(weekly))).toEqual(['Created', 'RecurrenceChanged'])
    expect(eventAfter(weekly)).toMatchObject({
      revision: 1,
      sequence: 0,
      recurrence: ['RRULE:FREQ=WEEKLY'],
    })
  })

  test('under an id in use by the same organizer decides nothing, whatever it says', () => {
    expect(typesOf(when(create(['RRULE:FREQ=NEVER']), weekly))).toEqual([])
  })

  test('is refused when its rule does not begin with it', () => {
    expect(when(create(['RRULE:FREQ=WEEKLY;BYDAY=TU']))).toEqual(
      E.left({ type: 'InvalidRecurrence', refusal: { type: 'StartOffRule' } }),
    )
  })
})

describe('decide: patch how an event repeats', () => {
  test('a single becomes a series, and again changes nothing, also in other words', () => {
    const repeats = patch({ recurrence: ['RRULE:FREQ=WEEKLY'] })
    expect(typesOf(when(repeats, single))).toEqual(['RecurrenceChanged'])
    expect(eventAfter(single, repeats)).toMatchObject({ revision: 2, sequence: 1 })
    expect(typesOf(when(repeats, single, repeats))).toEqual([])
    const other = patch({ recurrence: ['RRULE:INTERVAL=1;FREQ=weekly;BYDAY=MO'] })
    expect(typesOf(when(other, single, repeats))).toEqual([])
  })

  test('time and recurrence of a single change together, in one revision', () => {
    const both = patch({
      timeSlot: { start: '2027-03-09T09:00', end: '2027-03-09T10:00' },
      recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=TU'],
    })
    expect(typesOf(when(both, single))).toEqual(['Rescheduled', 'RecurrenceChanged'])
    expect(eventAfter(single, both)).toMatchObject({ revision: 2, sequence: 1 })
  })

  test('a series becomes a single, its exceptions dropped by name', () => {
    const given = [weekly, cancelOne(RID), answer('bob', '20270322T130000Z')]
    const once = patch({ recurrence: null })
    expect(happenedIn(when(once, ...given))).toMatchObject([
      { type: 'RecurrenceChanged', recurrence: null, sequence: 2 },
      { type: 'ExceptionsDropped', recurrenceIds: [ID, '2027-03-22T09:00:00'] },
    ])
    const event = eventAfter(...given, once)
    expect(event.overrides.size).toBe(0)
    expect(event.participants.get('bob')?.occurrences.size).toBe(0)
    expect(typesOf(when(once, single))).toEqual([])
  })

  test('exceptions off the new set, or newly excluded, are dropped by name, and the others stay', () => {
    const given = [
      weekly,
      cancelOne(RID),
      patchOne('20270322T130000Z', { title: 'Other' }),
      answer('bob', '20270329T130000Z'),
    ]
    const fortnightly = patch({
      recurrence: ['RRULE:FREQ=WEEKLY;INTERVAL=2', 'EXDATE:20270322T130000Z'],
    })
    expect(happenedIn(when(fortnightly, ...given))[1]).toMatchObject({
      type: 'ExceptionsDropped',
      recurrenceIds: [ID, '2027-03-22T09:00:00', '2027-03-29T09:00:00'],
    })
    const excluded = patch({ recurrence: ['RRULE:FREQ=WEEKLY', 'EXDATE:20270322T130000Z'] })
    expect(happenedIn(when(excluded, ...given))[1]).toMatchObject({
      recurrenceIds: ['2027-03-22T09:00:00'],
    })
    expect([...eventAfter(...given, excluded).overrides.keys()]).toEqual([ID])
  })

  test('a patch of its title leaves a series as it is', () => {
    expect(typesOf(when(patch({ title: 'New' }), weekly, cancelOne(RID)))).toEqual(['Retitled'])
    const strict = { ...defaultLimits, recurrenceLength: 1 }
    const never: RsvpResetPolicy = { name: 'never', resets: () => ({ type: 'Nobody' }) }
    const decided = decide(never, strict)(patch({ title: 'New' }), stateAfter(weekly))
    expect(typesOf(decided)).toEqual(['Retitled'])
  })
})

describe('decide: move a series', () => {
  const given = [
    create([
      'RRULE:FREQ=WEEKLY;UNTIL=20270531T130000Z',
      'RDATE:20270310T140000Z',
      'EXDATE:20270405T130000Z',
    ]),
    patchOne(RID, { timeSlot: { start: '2027-03-15T11:00', end: '2027-03-15T13:00' } }),
    answer('bob', '20270322T130000Z', { status: 'Declined' }),
  ]
  const later = patch({ timeSlot: { start: '2027-03-08T10:30', end: '2027-03-08T11:30' } })

  test('its lines, changed occurrences and single answers move as far on the clock', () => {
    expect(happenedIn(when(later, ...given))).toMatchObject([
      {
        type: 'SeriesMoved',
        shiftSeconds: 5400,
        sequence: 2,
        recurrence: [
          'RRULE:FREQ=WEEKLY;UNTIL=20270531T143000Z',
          'RDATE;TZID=America/New_York:20270310T103000',
          'EXDATE;TZID=America/New_York:20270405T103000',
        ],
      },
    ])
    const event = eventAfter(...given, later)
    expect([...event.overrides]).toEqual([
      ['2027-03-15T10:30:00', { time: newYork('2027-03-15T12:30', '2027-03-15T14:30') }],
    ])
    expect([...(event.participants.get('bob')?.occurrences.keys() ?? [])]).toEqual([
      '2027-03-22T10:30:00',
    ])
  })

  test('keeps its lines as they were written when only its length changes', () => {
    const longer = patch({ timeSlot: { end: '2027-03-08T12:00' } })
    const [moved] = happenedIn(when(longer, ...given))
    expect(moved).toMatchObject({
      type: 'SeriesMoved',
      shiftSeconds: 0,
      recurrence: eventAfter(...given).recurrence,
    })
  })

  test('lines that the patch names are not moved', () => {
    const lines = ['RRULE:FREQ=DAILY', 'EXDATE:20270309T143000Z']
    const both = patch({
      timeSlot: { start: '2027-03-08T10:30', end: '2027-03-08T11:30' },
      recurrence: lines,
    })
    expect(happenedIn(when(both, ...given))).toMatchObject([
      { type: 'SeriesMoved', recurrence: lines },
      { type: 'RecurrenceChanged', recurrence: lines },
    ])
  })

  test('to another zone the exceptions follow its clock', () => {
    const event = eventAfter(...given, patch({ timeSlot: { timeZone: 'Europe/Berlin' } }))
    expect(event.recurrence).toEqual([
      'RRULE:FREQ=WEEKLY;UNTIL=20270531T130000Z',
      'RDATE;TZID=Europe/Berlin:20270310T150000',
      'EXDATE;TZID=Europe/Berlin:20270405T150000',
    ])
    expect([...event.overrides.keys()]).toEqual(['2027-03-15T15:00:00'])
  })

  test('to whole days and back again', () => {
    const days = patch({ timeSlot: { start: '2027-03-08', end: '2027-03-09', allDay: true } })
    const event = eventAfter(...given, days)
    expect(event.recurrence).toEqual([
      'RRULE:FREQ=WEEKLY;UNTIL=20270531',
      'RDATE;VALUE=DATE:20270310',
      'EXDATE;VALUE=DATE:20270405',
    ])
    expect([...event.overrides]).toEqual([
      ['2027-03-15T00:00:00', { time: newYork('2027-03-15T11:00', '2027-03-15T13:00') }],
    ])
    const back = patch({
      timeSlot: {
        start: '2027-03-08T09:00',
        end: '2027-03-08T10:00',
        allDay: false,
        timeZone: 'America/New_York',
      },
    })
    expect(startsOf(eventAfter(...given, days, back))).toEqual(startsOf(eventAfter(...given)))
  })

  test('to whole days, dates go to the day of their own time', () => {
    const dates = 'RDATE;TZID=America/New_York:20270310T050000,20270311T233000'
    const days = patch({ timeSlot: { start: '2027-03-09', end: '2027-03-10', allDay: true } })
    const [moved] = happenedIn(when(days, create(['RRULE:FREQ=WEEKLY', dates])))
    expect(moved).toMatchObject({
      recurrence: ['RRULE:FREQ=WEEKLY', 'RDATE;VALUE=DATE:20270311,20270312'],
    })
  })

  test('off its rule is refused', () => {
    const byDay = create(['RRULE:FREQ=WEEKLY;BYDAY=MO'])
    const tuesday = patch({ timeSlot: { start: '2027-03-09T09:00', end: '2027-03-09T10:00' } })
    expect(when(tuesday, byDay)).toEqual(
      E.left({ type: 'InvalidRecurrence', refusal: { type: 'StartOffRule' } }),
    )
  })
})

describe('decide: one occurrence', () => {
  test('one domain event for each thing that really changes there', () => {
    const all = patchOne(RID, {
      title: 'Other',
      location: null,
      body: null,
      attachments: [],
      status: 'Tentative',
      timeSlot: { start: '2027-03-15T11:00', end: '2027-03-15T12:00' },
    })
    expect(typesOf(when(all, weekly))).toEqual([
      'OccurrenceRetitled',
      'OccurrenceRelocated',
      'OccurrenceDescribed',
      'OccurrenceMoved',
      'OccurrenceMadeTentative',
    ])
    expect(eventAfter(weekly, all)).toMatchObject({ revision: 2, sequence: 1 })
    expect(typesOf(when(all, weekly, all))).toEqual([])
  })

  test('a time slot is merged onto where the occurrence takes place now', () => {
    const moved = patchOne(RID, {
      timeSlot: { start: '2027-03-15T11:00', end: '2027-03-15T12:00' },
    })
    const longer = patchOne(RID, { timeSlot: { end: '2027-03-15T15:00' } })
    expect([...eventAfter(weekly, moved, longer).overrides.values()]).toEqual([
      { time: newYork('2027-03-15T11:00', '2027-03-15T15:00') },
    ])
    expect(when(patchOne(RID, { timeSlot: { end: '2027-03-15T10:00' } }), weekly, moved)).toEqual(
      E.left({ type: 'InvalidTimeRange' }),
    )
    expect(when(patchOne(RID, { timeSlot: { end: '2027-03-15T15:00:00.5' } }), weekly)).toEqual(
      E.left({ type: 'InvalidRecurrence', refusal: { type: 'FractionalSeconds' } }),
    )
  })

  test.each(['20270316T130000Z', '20270315T140000Z', '20270315', 'nonsense', '20270301T140000Z'])(
    '%s is none: patch, cancel, truncate, split and answer find nothing',
    (recurrenceId) => {
      const notFound = E.left({ type: 'NotFound' })
      expect(when(patchOne(recurrenceId, { title: 'Other' }), weekly)).toEqual(notFound)
      expect(when(cancelOne(recurrenceId), weekly)).toEqual(notFound)
      expect(when(truncate(recurrenceId), weekly)).toEqual(notFound)
      expect(when(answer('bob', recurrenceId), weekly)).toEqual(notFound)
    },
  )

  test('a single event has none', () => {
    for (const command of [
      patchOne('20270308T140000Z', { title: 'Other' }),
      cancelOne('20270308T140000Z'),
      truncate('20270308T140000Z'),
      answer('bob', '20270308T140000Z'),
    ]) {
      expect(when(command, single)).toEqual(E.left({ type: 'NotFound' }))
    }
  })

  test('cancelled once is cancelled, and nothing else can be asked of it', () => {
    const cancelled = E.left({ type: 'EventCancelled' })
    expect(happenedIn(when(cancelOne(RID), weekly))).toMatchObject([
      { type: 'OccurrenceCancelled', sequence: 1 },
    ])
    expect(typesOf(when(cancelOne(RID), weekly, cancelOne(RID)))).toEqual([])
    expect(typesOf(when(patchOne(RID, { status: 'Cancelled' }), weekly))).toEqual([
      'OccurrenceCancelled',
    ])
    expect(typesOf(when(patchOne(RID, { status: 'Cancelled' }), weekly, cancelOne(RID)))).toEqual(
      [],
    )
    expect(when(patchOne(RID, { status: 'Confirmed' }), weekly, cancelOne(RID))).toEqual(cancelled)
    expect(when(patchOne(RID, {}, 'Reset'), weekly, cancelOne(RID))).toEqual(cancelled)
    expect(when(answer('bob', RID), weekly, cancelOne(RID))).toEqual(cancelled)
    expect(typesOf(when(answer('bob', null), weekly, cancelOne(RID)))).toEqual(['Answered'])
  })

  test('of a cancelled series nothing can be asked, and it stays cancelled', () => {
    const cancelled = E.left({ type: 'EventCancelled' })
    expect(when(patchOne(RID, { title: 'Other' }), weekly, cancelAll)).toEqual(cancelled)
    expect(when(answer('bob', RID), weekly, cancelAll)).toEqual(cancelled)
    expect(typesOf(when(cancelOne(RID), weekly, cancelAll))).toEqual([])
    expect(typesOf(when(truncate(RID), weekly, cancelAll))).toEqual([])
  })

  test('only the organizer changes it', () => {
    for (const command of [patchOne(RID, { title: 'Other' }), cancelOne(RID), truncate(RID)]) {
      expect(when({ ...command, actor: 'bob' }, weekly)).toEqual(E.left({ type: 'NotOrganizer' }))
      expect(when({ ...command, actor: 'zed' }, weekly)).toEqual(E.left({ type: 'NotFound' }))
    }
  })
})

describe('decide: limits of exceptions', () => {
  const two = { ...defaultLimits, overrides: 2 }
  const never: RsvpResetPolicy = { name: 'never', resets: () => ({ type: 'Nobody' }) }
  const [first, second, third] = ['20270308T140000Z', RID, '20270322T130000Z'] as const
  const refused = E.left({ type: 'TooManyOverrides', limit: 2 })
  const within = (command: Command, ...given: readonly Command[]) =>
    decide(never, two)(command, stateAfter(weekly, ...given))

  test('one more than may differ is refused, and what differs already may differ more', () => {
    const full = [cancelOne(first), patchOne(second, { title: 'Other' })]
    expect(typesOf(within(cancelOne(second), cancelOne(first)))).toEqual(['OccurrenceCancelled'])
    expect(within(cancelOne(third), ...full)).toEqual(refused)
    expect(within(patchOne(third, { title: 'Other' }), ...full)).toEqual(refused)
    expect(typesOf(within(patchOne(third, { title: 'Weekly' }), ...full))).toEqual([])
    expect(typesOf(within(cancelOne(second), ...full))).toEqual(['OccurrenceCancelled'])
  })

  test('nobody answers more single occurrences than that, each as often as they like', () => {
    const full = [answer('bob', first), answer('bob', second)]
    expect(typesOf(within(answer('bob', second), answer('bob', first)))).toEqual([
      'OccurrenceAnswered',
    ])
    expect(within(answer('bob', third), ...full)).toEqual(refused)
    expect(typesOf(within(answer('bob', second, { status: 'Declined' }), ...full))).toEqual([
      'OccurrenceAnswered',
    ])
    expect(typesOf(within(answer('cyd', third), ...full))).toEqual(['OccurrenceAnswered'])
  })
})

describe('decide: resets of a series', () => {
  const given = [
    weekly,
    answer('bob', null),
    answer('cyd', RID, { status: 'Declined' }),
    answer('ann', RID, { status: 'Tentative' }),
  ]

  test('of one occurrence: who stands to it other than undecided needs action there, and nowhere else', () => {
    const reset = patchOne(RID, {}, 'Reset')
    expect(happenedIn(when(reset, ...given))).toMatchObject([
      {
        type: 'OccurrenceRsvpsReset',
        recurrenceIds: [ID],
        answers: [
          { userId: 'bob', recurrenceId: ID, status: 'Accepted' },
          { userId: 'cyd', recurrenceId: ID, status: 'Declined' },
        ],
        cause: 'Asked',
        askedBy: 'by-ann',
      },
    ])
    const { participants, sequence } = eventAfter(...given, reset)
    const standings = [...participants.values()].map(({ userId, status, occurrences }) => [
      userId,
      status,
      [...occurrences.values()].map((each) => each.status),
    ])
    expect(standings).toEqual([
      ['ann', 'Accepted', ['Tentative']],
      ['bob', 'Accepted', ['NeedsAction']],
      ['cyd', 'NeedsAction', ['NeedsAction']],
    ])
    expect(sequence).toBe(0)
    expect(typesOf(when(reset, ...given, reset))).toEqual([])
  })

  test('of the series: answers to single occurrences are named, and nobody but the organizer has one left', () => {
    const reset = patch({}, { notice: 'Reset' })
    expect(happenedIn(when(reset, ...given))).toMatchObject([
      {
        type: 'OccurrenceRsvpsReset',
        recurrenceIds: [ID],
        answers: [{ userId: 'cyd', recurrenceId: ID, status: 'Declined' }],
      },
      { type: 'RsvpsReset', answers: [{ userId: 'bob', status: 'Accepted' }] },
    ])
    const event = eventAfter(...given, reset)
    for (const { userId, status, occurrences } of event.participants.values()) {
      expect([userId, status, occurrences.size]).toEqual(
        userId === 'ann' ? ['ann', 'Accepted', 1] : [userId, 'NeedsAction', 0],
      )
    }
    expect(event.overrides.size).toBe(0)
    expect(event.revision).toBe(2)
  })

  test('an answer to an occurrence that saw less than its last reset leaves it open', () => {
    const late = answer('bob', RID, { seenRevision: 1, commandId: 'late' })
    const event = eventAfter(...given, patchOne(RID, {}, 'Reset'), late)
    expect(
      event.participants
        .get('bob')
        ?.occurrences.get(event.overrides.keys().next().value ?? recurrenceIdOf(0)),
    ).toMatchObject({
      status: 'NeedsAction',
      answer: { status: 'Accepted', revision: 1 },
    })
  })

  test('a policy that names occurrences resets these, but for those that are none', () => {
    const some: RsvpResetPolicy = {
      name: 'some',
      resets: ({ after }) => ({
        type: 'Occurrences',
        recurrenceIds: [...after.overrides.keys(), recurrenceIdOf(0)],
      }),
    }
    const state = {
      type: 'Scheduled',
      event: eventAfter(...given, patchOne(RID, { title: 'Other' })),
    } as const
    const later = patch({ timeSlot: { start: '2027-03-08T10:00', end: '2027-03-08T11:00' } })
    expect(happenedIn(decide(some)(later, state))).toMatchObject([
      { type: 'SeriesMoved' },
      {
        type: 'OccurrenceRsvpsReset',
        recurrenceIds: ['2027-03-15T10:00:00'],
        policy: 'some',
        cause: 'Significant',
        askedBy: null,
      },
    ])
  })

  test('an update notice alone is announced, once a command', () => {
    const ask = patchOne(RID, {}, 'Update')
    expect(typesOf(when(ask, weekly))).toEqual(['UpdateAnnounced'])
    expect(typesOf(when(ask, weekly, ask))).toEqual([])
  })
})

describe('decide: answers to one occurrence', () => {
  test('the same again is none, another is, and the series answer stays', () => {
    const declines = answer('bob', RID, { status: 'Declined' })
    expect(happenedIn(when(declines, weekly))).toMatchObject([
      {
        type: 'OccurrenceAnswered',
        recurrenceId: ID,
        status: 'Declined',
        revision: 1,
        sequence: 0,
      },
    ])
    expect(typesOf(when(declines, weekly, declines))).toEqual([])
    expect(typesOf(when(answer('bob', RID), weekly, declines))).toEqual(['OccurrenceAnswered'])
    expect(
      typesOf(when(answer('bob', '20270322T130000Z', { status: 'Declined' }), weekly, declines)),
    ).toEqual(['OccurrenceAnswered'])
    const event = eventAfter(weekly, declines)
    expect(event.participants.get('bob')?.status).toBe('NeedsAction')
    expect(event).toMatchObject({ revision: 1, sequence: 0 })
  })

  test('a reply that comes late, by the last answer to that occurrence, is discarded', () => {
    const reply = (sequence: number, stamp: number) =>
      answer('bob', RID, { status: 'Tentative', reply: { sequence, stamp } })
    const first = answer('bob', RID, { reply: { sequence: 1, stamp: 1000 } })
    expect(typesOf(when(reply(0, 2000), weekly, first))).toEqual([])
    expect(typesOf(when(reply(1, 999), weekly, first))).toEqual([])
    expect(typesOf(when(reply(1, 1001), weekly, first))).toEqual(['OccurrenceAnswered'])
    const whole = answer('bob', null, { reply: { sequence: 5, stamp: 9000 } })
    expect(typesOf(when(reply(0, 500), weekly, whole))).toEqual(['OccurrenceAnswered'])
  })
})

describe('decide: truncate', () => {
  test('ends the series the second before, and forgets what comes after', () => {
    const given = [
      weekly,
      cancelOne(RID),
      patchOne('20270405T130000Z', { title: 'Other' }),
      answer('bob', '20270412T130000Z'),
    ]
    expect(happenedIn(when(truncate('20270405T130000Z'), ...given))).toMatchObject([
      {
        type: 'SeriesTruncated',
        recurrenceId: '2027-04-05T09:00:00',
        recurrence: ['RRULE:FREQ=WEEKLY;UNTIL=20270405T125959Z'],
        sequence: 2,
      },
    ])
    const event = eventAfter(...given, truncate('20270405T130000Z'))
    expect(startsOf(event)).toHaveLength(4)
    expect([...event.overrides.keys()]).toEqual([ID])
    expect(event.participants.get('bob')?.occurrences.size).toBe(0)
    const again = when(truncate('20270405T130000Z'), ...given, truncate('20270405T130000Z'))
    expect(again).toEqual(E.right([]))
  })

  test('at the first occurrence that is left cancels the series', () => {
    expect(typesOf(when(truncate('20270308T140000Z'), weekly))).toEqual(['Cancelled'])
    expect(typesOf(when(truncate(RID), weekly, cancelOne('20270308T140000Z')))).toEqual([
      'Cancelled',
    ])
    expect(typesOf(when(truncate('20270322T130000Z'), weekly, cancelOne(RID)))).toEqual([
      'SeriesTruncated',
    ])
    const excluded = create(['RRULE:FREQ=WEEKLY', 'EXDATE:20270308T140000Z'], mondays)
    expect(typesOf(when(truncate(RID), excluded))).toEqual(['Cancelled'])
  })
})
