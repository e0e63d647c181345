import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import {
  answer,
  bothSides,
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
  startsOf,
  stateAfter,
  timeOf,
  truncate,
  typesOf,
  when,
} from '../../test/event/series.js'
import { decide } from './decide.js'
import { defaultLimits } from './limits.js'
import { readRecurrence } from './read-recurrence.js'
import type { RsvpResetPolicy } from './reset-policy.js'
import { splitOff } from './split-off.js'

const weekly = create(['RRULE:FREQ=WEEKLY'])
const single = create(null)
const RID = '20270315T130000Z'
const ID = '2027-03-15T09:00:00'
const noons = timeOf({ start: '2027-03-01T12:00:00Z', end: '2027-03-01T13:00:00Z' })

describe('decide: create', () => {
  test('says what kind of event it is, when it is no meeting', () => {
    const classification = { kind: 'LiveSession', spot: null } as const
    expect(happenedIn(when({ ...single, classification }))).toMatchObject([
      { type: 'Created' },
      { type: 'Classified', at: single.at, ...classification },
    ])
  })
})

describe('decide: create, with the organizer among the invited', () => {
  test('invites the others, and repeats out loud from its first revision', () => {
    const invitees = { users: ['ann', 'bob'], unknown: [] }
    expect(happenedIn(when({ ...weekly, invitees }))).toMatchObject([
      { type: 'Created', participants: ['bob'] },
      { type: 'RecurrenceChanged', revision: 1, silent: false },
    ])
  })
})

describe('decide: a patch that asks', () => {
  test('and changes something is no retry of one that asked before', () => {
    const ask = patch({}, { notice: 'Reset', commandId: 'ask' })
    const more = patch({ title: 'New' }, { notice: 'Reset', commandId: 'ask' })
    expect(typesOf(when(more, single, ask))).toEqual(['Retitled', 'RsvpsReset'])
  })

  test('for nothing announces nothing', () => {
    expect(typesOf(when(patch({}), single))).toEqual([])
    expect(typesOf(when(patchOne(RID, {}), weekly))).toEqual([])
  })

  test('no policy is asked when nothing changes', () => {
    const everyone: RsvpResetPolicy = { name: 'all', resets: () => ({ type: 'Everyone' }) }
    const same = patch({ title: 'Weekly' })
    expect(typesOf(decide(everyone)(same, stateAfter(single)))).toEqual([])
  })
})

describe('decide: answer', () => {
  test('the same to a newer revision is another answer', () => {
    const given = [single, answer('bob', null), patch({ title: 'New' })]
    expect(typesOf(when(answer('bob', null), ...given))).toEqual(['Answered'])
  })

  test('a reply is late by its sequence first, then by its stamp; of one moment the last counts', () => {
    const reply = (sequence: number, stamp: number, status: 'Accepted' | 'Declined') =>
      answer('bob', null, { status, reply: { sequence, stamp } })
    const given = [single, reply(1, 1000, 'Accepted')]
    expect(typesOf(when(reply(2, 500, 'Declined'), ...given))).toEqual(['Answered'])
    expect(typesOf(when(reply(1, 1000, 'Declined'), ...given))).toEqual(['Answered'])
    expect(typesOf(when(reply(1, 999, 'Declined'), ...given))).toEqual([])
  })
})

describe('decide: patch', () => {
  test('of what is cancelled is refused when it does more than cancel', () => {
    const more = { status: 'Cancelled', title: 'New' } as const
    const cancelled = E.left({ type: 'EventCancelled' })
    expect(when(patch(more), single, cancelAll)).toEqual(cancelled)
    expect(when(patchOne(RID, more), weekly, cancelOne(RID))).toEqual(cancelled)
  })

  test('names the calendar that is not the organizer’s', () => {
    expect(when(patch({ calendarId: 'work' }, { calendarOwner: 'bob' }), single)).toEqual(
      E.left({
        type: 'InvalidFields',
        problems: [{ path: ['calendarId'], reason: 'UnknownCalendar' }],
      }),
    )
  })

  test('an occurrence may become a day, and begins and ends in whole seconds', () => {
    const day = patchOne(RID, {
      timeSlot: { start: '2027-03-15', end: '2027-03-16', allDay: true },
    })
    expect(typesOf(when(day, weekly))).toEqual(['OccurrenceMoved'])
    const early = patchOne(RID, { timeSlot: { start: '2027-03-15T08:59:59.5' } })
    expect(when(early, weekly)).toEqual(
      E.left({ type: 'InvalidRecurrence', refusal: { type: 'FractionalSeconds' } }),
    )
  })

  test('a series that becomes a single event takes place where the patch says', () => {
    const once = { recurrence: null } as const
    const later = { start: '2027-03-10T09:00', end: '2027-03-10T10:00' }
    expect(eventAfter(weekly, patch(once)).time).toEqual(mondays)
    expect(eventAfter(weekly, patch({ ...once, timeSlot: later })).time).toEqual(
      newYork('2027-03-10T09:00', '2027-03-10T10:00'),
    )
    const second = newYork('2027-03-15T09:00', '2027-03-15T10:00')
    expect(eventAfter(weekly, patch(once, { onto: second })).time).toEqual(second)
    const longer = patch({ ...once, timeSlot: { end: '2027-03-15T12:00' } }, { onto: second })
    expect(eventAfter(weekly, longer).time).toEqual(newYork('2027-03-15T09:00', '2027-03-15T12:00'))
  })

  test('a patch that leaves the time alone does not take that of the occurrence it was said at', () => {
    const onto = newYork('2027-03-15T09:00', '2027-03-15T10:00')
    expect(typesOf(when(patch({ title: 'New' }, { onto }), weekly))).toEqual(['Retitled'])
  })

  test('a series that moves under lines it had says no new recurrence, and under others does', () => {
    const lines = ['RRULE:FREQ=WEEKLY', 'EXDATE:20270329T130000Z']
    const given = create(lines)
    const moved = (recurrence: readonly string[]) =>
      typesOf(
        when(
          patch({ timeSlot: { start: '2027-03-08T10:00', end: '2027-03-08T11:00' }, recurrence }),
          given,
        ),
      )
    expect(moved(lines)).toEqual(['SeriesMoved'])
    expect(moved([...lines, 'RDATE:20270401T130000Z'])).toEqual([
      'SeriesMoved',
      'RecurrenceChanged',
    ])
    expect(moved(['RRULE:FREQ=WEEKLY', 'EXDATE:20270322T130000Z'])).toEqual([
      'SeriesMoved',
      'RecurrenceChanged',
    ])
    expect(moved(['RRULE:FREQ=WEEKLY'])).toEqual(['SeriesMoved', 'RecurrenceChanged'])
  })
})

describe('decide: what was asked for is done whatever the policy finds', () => {
  const nobody: RsvpResetPolicy = { name: 'nobody', resets: () => ({ type: 'Nobody' }) }
  const asks = (command: ReturnType<typeof patch>) =>
    happenedIn(decide(nobody)(command, stateAfter(weekly, answer('bob', null))))

  test('of the event', () => {
    expect(asks(patch({}, { notice: 'Reset' }))).toMatchObject([
      { type: 'RsvpsReset', answers: [], policy: 'nobody', cause: 'Asked', askedBy: 'by-ann' },
    ])
  })

  test('of one occurrence', () => {
    expect(asks(patchOne(RID, {}, 'Reset'))).toMatchObject([
      { type: 'OccurrenceRsvpsReset', recurrenceIds: [ID], answers: [], cause: 'Asked' },
    ])
  })

  test('a policy that names occurrences which are none resets nobody', () => {
    const none: RsvpResetPolicy = {
      name: 'none',
      resets: () => ({ type: 'Occurrences', recurrenceIds: [] }),
    }
    expect(typesOf(decide(none)(patch({ title: 'New' }), stateAfter(weekly)))).toEqual(['Retitled'])
  })
})

describe('splits and cuts of a series', () => {
  test('a rule with COUNT keeps what is left of it, however far it has come', () => {
    const daily = eventAfter(create(['RRULE:FREQ=DAILY;COUNT=3000'], noons))
    const at = new Date(Date.UTC(2027, 2, 1 + 2500, 12)).toISOString().replace(/[-:]|\.000/g, '')
    const { past, future } = bothSides(daily, at)
    expect(future.recurrence).toEqual(['RRULE:FREQ=DAILY;COUNT=500'])
    expect(startsOf(past, 5000)).toHaveLength(2500)
  })

  test('of dates alone, each side has its own', () => {
    const dates = eventAfter(
      create(['RDATE:20270308T120000Z,20270304T120000Z,20270306T120000Z'], noons),
    )
    const { past, future } = bothSides(dates, '20270304T120000Z')
    expect(startsOf(past)).toEqual(['2027-03-01T12:00'])
    expect(startsOf(future)).toEqual(['2027-03-04T12:00', '2027-03-06T12:00', '2027-03-08T12:00'])
    expect(future.time).toEqual(
      timeOf({ start: '2027-03-04T12:00:00Z', end: '2027-03-04T13:00:00Z' }),
    )
    const cut = eventAfter(
      create(['RDATE:20270308T120000Z,20270304T120000Z'], noons),
      truncate('20270308T120000Z'),
    )
    expect(startsOf(cut)).toEqual(['2027-03-01T12:00', '2027-03-04T12:00'])
  })

  test('of dates of which the clock does not show the first, the future starts with the next', () => {
    const dates = eventAfter(
      create(['RDATE;TZID=America/New_York:20270322T090000,20270314T023000'], mondays),
    )
    const { future } = bothSides(dates, '20270314T073000Z')
    expect(startsOf(future)).toEqual(['2027-03-14T07:30', '2027-03-22T13:00'])
    expect(future.time.start).toBe(Date.UTC(2027, 2, 22, 13))
  })

  test('at what is no occurrence there is no series that goes on', () => {
    expect(splitOff(split('20270316T130000Z'), eventAfter(weekly))).toEqual(
      E.left({ type: 'NotFound' }),
    )
    expect(splitOff(split(RID), eventAfter(weekly, cancelAll))).toEqual(
      E.left({ type: 'EventCancelled' }),
    )
  })
})

test('readRecurrence: occurrences that pile up are refused', () => {
  const week = timeOf({ start: '2027-03-01T12:00:00Z', end: '2027-03-08T12:00:00Z' })
  const crowded = { ...defaultLimits, occurrencesAtOnce: 6 }
  expect(readRecurrence(week, ['RRULE:FREQ=DAILY'], crowded)).toEqual(
    E.left({
      type: 'InvalidRecurrence',
      refusal: { type: 'TooManyAtOnce', limit: 6 },
    }),
  )
  expect(
    E.isRight(readRecurrence(week, ['RRULE:FREQ=DAILY'], { ...crowded, occurrencesAtOnce: 7 })),
  ).toBe(true)
})

describe('a series by another calendar', () => {
  const hebrew = create(['RRULE:RSCALE=HEBREW;FREQ=MONTHLY;COUNT=4'], noons)

  test('is created, takes place, moves and is split like any other', () => {
    const series = eventAfter(hebrew)
    const starts = startsOf(series)
    expect(starts).toHaveLength(4)
    const third = `${starts[2]?.replace(/[-:]/g, '') ?? ''}00Z`
    const { past, future } = bothSides(series, third)
    expect([...startsOf(past), ...startsOf(future)]).toEqual(starts)
    const slot = { start: '2027-03-01T13:00:00Z', end: '2027-03-01T14:00:00Z' }
    const until = third.replace('T12', 'T11')
    const ended = create([`RRULE:RSCALE=HEBREW;FREQ=MONTHLY;UNTIL=${until}`], noons)
    expect(startsOf(eventAfter(ended, patch({ timeSlot: slot })))).toHaveLength(2)
  })
})
