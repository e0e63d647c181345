import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { mondays, newYork, timeOf } from '../../test/event/series.js'
import type { Recurrence } from './calendar-event.js'
import { UTC } from '../time/index.js'
import type { EventTime } from './event-time.js'
import { defaultLimits } from './limits.js'
import { readRecurrence } from './read-recurrence.js'

const read = (lines: Recurrence, time: EventTime = mondays) =>
  readRecurrence(time, lines, defaultLimits)

const refused = (lines: Recurrence, time?: EventTime) => {
  const decided = read(lines, time)
  if (E.isRight(decided)) return null
  return decided.left.type === 'InvalidRecurrence' ? decided.left.refusal : decided.left
}

const monday = timeOf({ start: '2027-03-08', end: '2027-03-09', allDay: true })

describe('readRecurrence', () => {
  test.each<readonly [Recurrence, EventTime]>([
    [['RRULE:FREQ=WEEKLY'], mondays],
    [['rrule:freq=weekly;byday=mo'], mondays],
    [['RRULE:FREQ=WEEKLY;UNTIL=20270401T000000Z', 'EXDATE:20270308T140000Z'], mondays],
    [['RDATE;TZID=America/New_York:20270309T090000'], mondays],
    [['RDATE;TZID=Europe/Berlin:20270309T150000', 'RRULE:FREQ=DAILY;COUNT=3'], mondays],
    [['RRULE:FREQ=HOURLY'], mondays],
    [['RRULE:FREQ=SECONDLY;COUNT=24'], mondays],
    [['RRULE:FREQ=MONTHLY', 'RDATE;VALUE=DATE:20270309', 'EXDATE;VALUE=DATE:20270408'], monday],
    [
      ['RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29'],
      newYork('2028-02-29T09:00', '2028-02-29T10:00'),
    ],
  ])('takes %j, as it was written', (lines, time) => {
    expect(read(lines, time)).toEqual(E.right(lines))
  })

  test.each<readonly [string, Recurrence]>([
    ['MissingPart', []],
    ['UnknownPart', ['']],
    ['UnknownPart', ['EXRULE:FREQ=DAILY']],
    ['UnknownPart', ['DTSTART:20270308T140000Z', 'RRULE:FREQ=DAILY']],
    ['UnknownPart', [' ;COUNT=3']],
    ['UnknownPart', ['BEGIN:VALARM', 'RRULE:FREQ=DAILY']],
    ['RepeatedPart', ['RRULE:FREQ=DAILY', 'RRULE:FREQ=WEEKLY']],
    ['InvalidValue', ['RRULE:FREQ=DAILY\r\nRRULE:FREQ=WEEKLY']],
    ['InvalidValue', ['RRULE:FREQ=DAILY\r\n ;COUNT=2']],
    ['InvalidValue', ['RRULE;X=":FREQ=DAILY']],
    ['InvalidValue', ['RRULE:FREQ=SOMETIMES']],
    ['MissingPart', ['RRULE:COUNT=3']],
    ['NotAllowedWith', ['RRULE:FREQ=DAILY;COUNT=3;UNTIL=20270401T000000Z']],
    ['NotAllowedWith', ['RRULE:FREQ=DAILY', 'EXDATE:20270309T090000']],
    ['InvalidValue', ['RRULE:FREQ=DAILY', 'RDATE:20270309']],
    ['Unsupported', ['RRULE:FREQ=DAILY', 'RDATE;VALUE=PERIOD:20270309T140000Z/PT1H']],
    ['Unsupported', ['RRULE:FREQ=DAILY', 'RDATE;TZID=Mars/Olympus:20270309T140000']],
    ['StartOffRule', ['RRULE:FREQ=WEEKLY;BYDAY=TU']],
    ['StartOffRule', ['RRULE:FREQ=DAILY;BYHOUR=10']],
    ['NeverOccurs', ['RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30']],
    ['NeverOccurs', ['RRULE:FREQ=DAILY;COUNT=2', 'EXDATE:20270308T140000Z,20270309T140000Z']],
    ['NeverOccurs', ['RDATE:20270308T140000Z', 'EXDATE:20270308T140000Z']],
    ['NeverOccurs', ['RRULE:FREQ=DAILY;UNTIL=20270301T000000Z']],
    ['TooManyInADay', ['RRULE:FREQ=MINUTELY;INTERVAL=59']],
    ['TooManyInADay', ['RRULE:FREQ=SECONDLY;COUNT=25']],
    ['TooManyInADay', ['RRULE:FREQ=HOURLY', 'RDATE:20270308T143000Z']],
  ])('refuses as %s: %j', (type, lines) => {
    expect(refused(lines)?.type).toBe(type)
  })

  test.each<readonly [string, Recurrence, number]>([
    ['an hour, kept for two centuries', ['RRULE:FREQ=HOURLY'], 200 * 365],
    ['a day, kept for five centuries', ['RRULE:FREQ=DAILY'], 500 * 365],
  ])('refuses what piles up: %s', (_, lines, days) => {
    const start = Date.UTC(2027, 2, 8, 14)
    const lasting = { type: 'Timed', start, end: start + days * 86_400_000, timeZone: UTC } as const
    expect(refused(lines, lasting)?.type).toBe('TooManyAtOnce')
  })

  test.each<readonly [Recurrence, number]>([
    [['RRULE:FREQ=DAILY'], 900],
    [['RRULE:FREQ=HOURLY;BYMONTH=3'], 60],
  ])('takes what overlaps a little: %j', (lines, days) => {
    const start = Date.UTC(2027, 2, 8, 14)
    const end = start + days * 86_400_000
    expect(read(lines, { type: 'Timed', start, end, timeZone: UTC })).toEqual(E.right(lines))
  })

  test('a start that EXDATE removes is still the start of its rule', () => {
    const lines = ['RRULE:FREQ=DAILY', 'EXDATE:20270308T140000Z']
    expect(read(lines)).toEqual(E.right(lines))
    expect(refused(['RRULE:FREQ=DAILY;BYDAY=TU', 'EXDATE:20270308T140000Z'])?.type).toBe(
      'StartOffRule',
    )
  })

  test('the second pass of an hour that comes twice is not where a rule begins', () => {
    const first = timeOf({
      start: '2027-11-07T05:30:00Z',
      end: '2027-11-07T06:00:00Z',
      timeZone: 'America/New_York',
    })
    const second = timeOf({
      start: '2027-11-07T06:30:00Z',
      end: '2027-11-07T07:00:00Z',
      timeZone: 'America/New_York',
    })
    expect(refused(['RRULE:FREQ=DAILY'], first)).toBeNull()
    expect(refused(['RRULE:FREQ=DAILY'], second)?.type).toBe('StartOffRule')
    expect(refused(['RDATE:20271108T063000Z'], second)?.type).toBe('StartOffRule')
  })

  test('days do not repeat within a day', () => {
    const within = { type: 'NotAllowedWith', part: 'FREQ', other: 'DTSTART' }
    expect(refused(['RRULE:FREQ=MINUTELY;INTERVAL=95;UNTIL=20270401'], monday)).toEqual(within)
    expect(refused(['RRULE:FREQ=HOURLY;INTERVAL=24'], monday)).toEqual(within)
    expect(refused(['RRULE:FREQ=DAILY;BYHOUR=9'], monday)?.type).toBe('NotAllowedWith')
  })

  test('fractions of a second do not repeat', () => {
    const fraction = { type: 'FractionalSeconds' }
    const [start, end] = ['2027-03-08T14:00:00.5Z', '2027-03-08T15:00:00.5Z']
    const until = '2027-03-08T15:00:00Z'
    expect(refused(['RRULE:FREQ=DAILY'], timeOf({ start, end }))).toEqual(fraction)
    expect(refused(['RRULE:FREQ=DAILY'], timeOf({ start, end: until }))).toEqual(fraction)
    expect(refused(['RRULE:FREQ=DAILY'], timeOf({ start: '2027-03-08T14:00:00Z', end }))).toEqual(
      fraction,
    )
  })
})

const stamps = (count: number, step: number): readonly string[] =>
  Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(2027, 2, 8, 14) + index * step).toISOString().replace(/[-:]|\.000/g, ''),
  )

const DAY = 86_400_000

/** What someone might send to keep a server busy, and whether it is refused. */
const hostile: readonly (readonly [string, Recurrence, string | null])[] = [
  ['a billion', ['RRULE:FREQ=DAILY;COUNT=1000000000'], null],
  ['a billion seconds', ['RRULE:FREQ=SECONDLY;COUNT=1000000000'], 'TooManyInADay'],
  ['an end that costs', ['RRULE:FREQ=SECONDLY;INTERVAL=9999999;COUNT=100000'], 'BudgetExceeded'],
  ['many gaps', ['RRULE:FREQ=HOURLY;COUNT=90000000'], 'BudgetExceeded'],
  [
    'seldom',
    ['RRULE:FREQ=SECONDLY;INTERVAL=1000003;BYMONTH=3;BYMONTHDAY=8;BYHOUR=9'],
    'BudgetExceeded',
  ],
  [
    '10,000 EXDATEs',
    ['RRULE:FREQ=DAILY', ...stamps(10_000, DAY).map((each) => `EXDATE:${each}`)],
    'TooLong',
  ],
  ['as many as fit', ['RRULE:FREQ=DAILY', `EXDATE:${stamps(1900, DAY).join(',')}`], null],
  ['every year', ['RRULE:FREQ=DAILY', `EXDATE:${stamps(1900, 4 * 365 * DAY).join(',')}`], null],
  ['far away', ['RRULE:FREQ=DAILY;COUNT=3', 'RDATE:99991231T120000Z,00010102T000000Z'], null],
  ['too long a rule', [`RRULE:FREQ=DAILY;BYHOUR=${'9,'.repeat(9000)}9`], 'TooLong'],
  ['never', ['RRULE:FREQ=SECONDLY;INTERVAL=7;BYMONTHDAY=31;BYMONTH=2'], 'NeverOccurs'],
  ['many lines', Array.from({ length: 100_000 }, () => 'RDATE:'), 'TooLong'],
]

describe('readRecurrence is quick', () => {
  test.each(hostile)('also when asked for %s', (_name, lines, type) => {
    const timesMs = [1, 2, 3].map(() => {
      const before = performance.now()
      expect(refused(lines)?.type ?? null).toBe(type)
      return performance.now() - before
    })
    expect(Math.min(...timesMs)).toBeLessThan(100)
  })
})
