import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import {
  answer,
  bothSides,
  cancelAll,
  cancelOne,
  create,
  eventAfter,
  newYork,
  patchOne,
  split,
  startsOf,
  timeOf,
  typesOf,
  when,
} from '../../test/event/series.js'
import type { Recurrence } from './calendar-event.js'
import type { EventTime } from './event-time.js'
import { recurrenceIdAt } from './series.js'
import { splitOff } from './split-off.js'

const utc = (day: string): EventTime =>
  timeOf({ start: `${day}T12:00:00Z`, end: `${day}T13:00:00Z` })

const noons = utc('2027-03-01')
const days = timeOf({ start: '2027-03-01', end: '2027-03-02', allDay: true })

/** As the splits of Apple's CalDAV server are tested: what is left of the lines on both sides, and where the future starts. */
const cases: readonly {
  readonly claim: string
  readonly time: EventTime
  readonly lines: Recurrence
  readonly at: string
  readonly past: Recurrence
  readonly future: Recurrence
  readonly start: string
}[] = [
  {
    claim: 'an endless rule ends the second before',
    time: noons,
    lines: ['RRULE:FREQ=DAILY'],
    at: '20270305T120000Z',
    past: ['RRULE:FREQ=DAILY;UNTIL=20270305T115959Z'],
    future: ['RRULE:FREQ=DAILY'],
    start: '2027-03-05T12:00',
  },
  {
    claim: 'all-day ones end the day before',
    time: days,
    lines: ['RRULE:FREQ=DAILY;COUNT=10'],
    at: '20270305',
    past: ['RRULE:FREQ=DAILY;UNTIL=20270304'],
    future: ['RRULE:FREQ=DAILY;COUNT=6'],
    start: '2027-03-05T00:00',
  },
  {
    claim: 'an UNTIL stays that of the future',
    time: noons,
    lines: ['RRULE:FREQ=WEEKLY;UNTIL=20270601T000000Z'],
    at: '20270315T120000Z',
    past: ['RRULE:FREQ=WEEKLY;UNTIL=20270315T115959Z'],
    future: ['RRULE:FREQ=WEEKLY;UNTIL=20270601T000000Z'],
    start: '2027-03-15T12:00',
  },
  {
    claim: 'what is excluded still counts',
    time: noons,
    lines: ['RRULE:FREQ=DAILY;COUNT=10', 'EXDATE:20270302T120000Z,20270307T120000Z'],
    at: '20270305T120000Z',
    past: ['RRULE:FREQ=DAILY;UNTIL=20270305T115959Z', 'EXDATE:20270302T120000Z'],
    future: ['RRULE:FREQ=DAILY;COUNT=6', 'EXDATE:20270307T120000Z'],
    start: '2027-03-05T12:00',
  },
  {
    claim: 'dates do not count, and each goes to its side',
    time: noons,
    lines: ['RRULE:FREQ=DAILY;COUNT=10', 'RDATE:20270302T150000Z,20270305T150000Z'],
    at: '20270305T120000Z',
    past: ['RRULE:FREQ=DAILY;UNTIL=20270305T115959Z', 'RDATE:20270302T150000Z'],
    future: ['RRULE:FREQ=DAILY;COUNT=6', 'RDATE:20270305T150000Z'],
    start: '2027-03-05T12:00',
  },
  {
    claim: 'at a date the future starts with its rule, and keeps the date',
    time: noons,
    lines: ['RRULE:FREQ=DAILY;COUNT=10', 'RDATE:20270305T150000Z'],
    at: '20270305T150000Z',
    past: ['RRULE:FREQ=DAILY;UNTIL=20270305T145959Z'],
    future: ['RRULE:FREQ=DAILY;COUNT=5', 'RDATE:20270305T150000Z'],
    start: '2027-03-06T12:00',
  },
  {
    claim: 'at a date that its rule yields too, it starts there',
    time: noons,
    lines: ['RRULE:FREQ=DAILY', 'RDATE:20270305T120000Z'],
    at: '20270305T120000Z',
    past: ['RRULE:FREQ=DAILY;UNTIL=20270305T115959Z'],
    future: ['RRULE:FREQ=DAILY', 'RDATE:20270305T120000Z'],
    start: '2027-03-05T12:00',
  },
  {
    claim: 'an excluded day just before is the past’s',
    time: noons,
    lines: ['RRULE:FREQ=DAILY;COUNT=10', 'EXDATE:20270304T120000Z'],
    at: '20270305T120000Z',
    past: ['RRULE:FREQ=DAILY;UNTIL=20270305T115959Z', 'EXDATE:20270304T120000Z'],
    future: ['RRULE:FREQ=DAILY;COUNT=6'],
    start: '2027-03-05T12:00',
  },
  {
    claim: 'a rule that ended before stays as it is; what goes on is dates alone',
    time: noons,
    lines: ['RRULE:FREQ=DAILY;COUNT=3', 'RDATE:20270601T120000Z,20270701T120000Z'],
    at: '20270601T120000Z',
    past: ['RRULE:FREQ=DAILY;COUNT=3'],
    future: ['RDATE:20270601T120000Z,20270701T120000Z'],
    start: '2027-06-01T12:00',
  },
  {
    claim: 'dates alone are divided',
    time: noons,
    lines: ['RDATE:20270402T120000Z,20270501T120000Z'],
    at: '20270402T120000Z',
    past: ['RDATE:20270301T120000Z'],
    future: ['RDATE:20270402T120000Z,20270501T120000Z'],
    start: '2027-04-02T12:00',
  },
  {
    claim: 'a date before the start is a past of its own',
    time: noons,
    lines: ['RRULE:FREQ=DAILY', 'RDATE:20270201T120000Z'],
    at: '20270301T120000Z',
    past: ['RDATE:20270201T120000Z', 'EXDATE:20270301T120000Z'],
    future: ['RRULE:FREQ=DAILY'],
    start: '2027-03-01T12:00',
  },
  {
    claim: 'on the night the clocks go forward the future starts a day later',
    time: newYork('2027-03-10T02:30', '2027-03-10T03:00'),
    lines: ['RRULE:FREQ=DAILY;COUNT=10'],
    at: '20270314T073000Z',
    past: ['RRULE:FREQ=DAILY;UNTIL=20270314T072959Z'],
    future: ['RRULE:FREQ=DAILY;COUNT=5', 'RDATE;TZID=America/New_York:20270314T023000'],
    start: '2027-03-15T06:30',
  },
  {
    claim: 'on the night they go back it starts in the first pass',
    time: newYork('2027-11-05T01:30', '2027-11-05T02:00'),
    lines: ['RRULE:FREQ=DAILY'],
    at: '20271107T053000Z',
    past: ['RRULE:FREQ=DAILY;UNTIL=20271107T052959Z'],
    future: ['RRULE:FREQ=DAILY'],
    start: '2027-11-07T05:30',
  },
]

describe('splitting a series', () => {
  test.each(cases)('$claim', ({ time, lines, at, past, future, start }) => {
    const whole = eventAfter(create(lines, time))
    const sides = bothSides(whole, at)
    expect(sides.past.recurrence).toEqual(past)
    expect(sides.future.recurrence).toEqual(future)
    const { start: first } = sides.future.time
    expect(new Date(first).toISOString().slice(0, 16)).toBe(start)
    expect([...startsOf(sides.past, 30), ...startsOf(sides.future, 30)].slice(0, 30)).toEqual(
      startsOf(whole, 30),
    )
  })

  const weekly = create(['RRULE:FREQ=WEEKLY'])
  const AT = '20270322T130000Z'

  test('keeps everything else, every answer, and says where it comes from', () => {
    const given = [
      weekly,
      answer('bob', null, { status: 'Tentative' }),
      answer('bob', '20270315T130000Z', { status: 'Declined' }),
      answer('bob', '20270405T130000Z', { status: 'Declined' }),
      patchOne('20270315T130000Z', { title: 'Before' }),
      patchOne('20270405T130000Z', {
        timeSlot: { start: '2027-04-06T09:00', end: '2027-04-06T10:00' },
      }),
      cancelOne(AT),
    ]
    const whole = eventAfter(...given)
    const { past, future } = bothSides(whole, AT)
    expect(future).toMatchObject({
      uid: 'e2',
      splitFrom: 'e1',
      title: 'Weekly',
      location: 'Room 1',
      revision: 1,
      sequence: whole.sequence,
    })
    expect(past).toMatchObject({
      uid: 'e1',
      splitFrom: null,
      revision: whole.revision + 1,
      sequence: whole.sequence + 1,
    })
    expect([...past.overrides.keys()]).toEqual(['2027-03-15T09:00:00'])
    expect([...future.overrides]).toEqual([
      ['2027-04-05T09:00:00', { time: newYork('2027-04-06T09:00', '2027-04-06T10:00') }],
      ['2027-03-22T09:00:00', { status: 'Cancelled' }],
    ])
    const before = whole.participants.get('bob')
    for (const side of [past, future]) {
      expect(side.participants.get('bob')).toMatchObject({
        status: 'Tentative',
        answer: before?.answer,
      })
      expect([...side.participants.keys()]).toEqual(['ann', 'bob', 'cyd'])
    }
    expect([...(future.participants.get('bob')?.occurrences.keys() ?? [])]).toEqual([
      '2027-04-05T09:00:00',
    ])
  })

  test('what was reset before it does not make answers to what goes on stale', () => {
    const given = [weekly, answer('bob', null), patchOne('20270405T130000Z', {}, 'Reset')]
    const { future } = bothSides(eventAfter(...given), AT)
    expect(future.overrides.size).toBe(0)
    expect([...(future.participants.get('bob')?.occurrences.values() ?? [])]).toMatchObject([
      { status: 'NeedsAction' },
    ])
  })

  test('at its first occurrence nothing is split, excluded ones before it or not', () => {
    expect(typesOf(when(split('20270308T140000Z'), weekly))).toEqual([])
    const excluded = create(['RRULE:FREQ=WEEKLY', 'EXDATE:20270308T140000Z'])
    expect(typesOf(when(split('20270315T130000Z'), excluded))).toEqual([])
  })

  test('where there is no occurrence, or none any more, it is refused', () => {
    expect(when(split('20270323T130000Z'), weekly)).toEqual(E.left({ type: 'NotFound' }))
    expect(when(split(AT), create(null))).toEqual(E.left({ type: 'NotFound' }))
    expect(when(split(AT), weekly, cancelAll)).toEqual(E.left({ type: 'EventCancelled' }))
    expect(splitOff(split(AT), eventAfter(weekly, cancelAll))).toEqual(
      E.left({ type: 'EventCancelled' }),
    )
    expect(when({ ...split(AT), actor: 'bob' }, weekly)).toEqual(E.left({ type: 'NotOrganizer' }))
  })

  test('where the clock shows nothing of a rule any more, dates go on, and exceptions keep their place', () => {
    const nights = create(
      ['RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU;COUNT=4'],
      newYork('2006-03-12T02:30', '2006-03-12T03:00'),
    )
    const gaps = ['20070311T073000Z', '20080309T073000Z', '20090308T073000Z'] as const
    const whole = eventAfter(nights, ...gaps.map(cancelOne))
    const { past, future } = bothSides(whole, gaps[0])
    expect(startsOf(past)).toEqual(['2006-03-12T07:30'])
    expect(startsOf(future)).toEqual(startsOf(whole).slice(1))
    expect(future.recurrence).toHaveLength(1)
    expect(gaps.map((rid) => recurrenceIdAt(future, rid))).toEqual([...future.overrides.keys()])
  })

  test('counting a rule to where it is split is bounded', () => {
    const many = eventAfter(create(['RRULE:FREQ=HOURLY;COUNT=5000000'], noons))
    const started = performance.now()
    const begun = splitOff(split('24000101T120000Z'), many)
    expect(performance.now() - started).toBeLessThan(2000)
    expect(E.isRight(begun) ? begun.right : begun.left).toMatchObject({ type: 'SplitOff' })
  })
})
