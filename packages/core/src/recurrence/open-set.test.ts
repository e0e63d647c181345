import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { countIn } from './count-in.js'
import { expandICalendar } from './expand-icalendar.js'
import { parseICalendarSet } from './icalendar-lines.js'
import { next, previous } from './neighbours.js'
import { nth } from './nth.js'
import { occurrencesIn } from './occurrences-in.js'
import { openSet } from './open-set.js'
import type { RecurrenceOptions } from './recurrence-set.js'

const opened = (lines: readonly string[], options: Partial<RecurrenceOptions> = {}) => {
  const parsed = parseICalendarSet(lines.join('\r\n'), { mode: 'strict' })
  if (E.isLeft(parsed)) throw new Error(JSON.stringify(parsed.left))
  const { set } = parsed.right
  const open = openSet({ ...set, options: { ...set.options, ...options } })
  if (E.isLeft(open)) throw new Error(JSON.stringify(open.left))
  return open.right
}

const localOf = (lines: readonly string[], options: Partial<RecurrenceOptions> = {}) => {
  const found = expandICalendar(lines.join('\r\n'), { limit: 20, mode: 'strict', options })
  if (E.isLeft(found)) return found.left
  return found.right.map(({ local }) => local)
}

const got = <A>(answer: E.Either<unknown, A>): A => {
  if (E.isLeft(answer)) throw new Error(JSON.stringify(answer.left))
  return answer.right
}

const DAILY = ['DTSTART:20270301T090000', 'RRULE:FREQ=DAILY;COUNT=3']

describe('a set', () => {
  test('merges rules and dates, each time once, and takes out what is excluded', () => {
    expect(
      localOf([
        'DTSTART:20270301T090000',
        'RRULE:FREQ=DAILY;COUNT=4',
        'RRULE:FREQ=DAILY;INTERVAL=2;COUNT=3',
        'RDATE:20270302T120000,20270301T090000,20270309T090000',
        'EXDATE:20270303T090000',
      ]),
    ).toEqual([
      '2027-03-01T09:00:00',
      '2027-03-02T09:00:00',
      '2027-03-02T12:00:00',
      '2027-03-04T09:00:00',
      '2027-03-05T09:00:00',
      '2027-03-09T09:00:00',
    ])
  })

  test('EXDATE beats RDATE', () => {
    expect(localOf([...DAILY, 'RDATE:20270310T090000', 'EXDATE:20270310T090000'])).toHaveLength(3)
  })

  test('COUNT bounds its rule alone, and counts what is excluded', () => {
    expect(localOf([...DAILY, 'EXDATE:20270302T090000', 'RDATE:20270401T090000'])).toEqual([
      '2027-03-01T09:00:00',
      '2027-03-03T09:00:00',
      '2027-04-01T09:00:00',
    ])
  })

  test('EXRULE takes out what it yields', () => {
    expect(localOf([...DAILY, 'EXRULE:FREQ=DAILY;INTERVAL=2'])).toEqual(['2027-03-02T09:00:00'])
  })

  test('an EXRULE that takes out everything costs the budget, not for ever', () => {
    const open = opened(['DTSTART:20270301T090000', 'RRULE:FREQ=DAILY', 'EXRULE:FREQ=DAILY'])
    expect(occurrencesIn(open, { limit: 1, budget: 1000 })).toEqual(
      E.left({ type: 'BudgetExceeded', periods: 1000 }),
    )
  })

  test('without a rule the start and the dates are the occurrences', () => {
    expect(localOf(['DTSTART;VALUE=DATE:20270301', 'RDATE;VALUE=DATE:20270310'])).toEqual([
      '2027-03-01',
      '2027-03-10',
    ])
  })

  test('a start off its rule is no occurrence, unless asked for; then COUNT counts it', () => {
    const tuesdays = ['DTSTART:20270301T090000', 'RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=2']
    expect(localOf(tuesdays)).toEqual(['2027-03-02T09:00:00', '2027-03-09T09:00:00'])
    expect(localOf(tuesdays, { includeDtstart: true })).toEqual([
      '2027-03-01T09:00:00',
      '2027-03-02T09:00:00',
    ])
    const one = ['DTSTART:20270301T090000', 'RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=1']
    expect(localOf(one, { includeDtstart: true })).toEqual(['2027-03-01T09:00:00'])
  })

  test('UNTIL in UTC is an instant: 06:59:59Z is before 09:00 in Berlin', () => {
    const berlin = 'DTSTART;TZID=Europe/Berlin:20270301T090000'
    expect(localOf([berlin, 'RRULE:FREQ=DAILY;UNTIL=20270303T080000Z'])).toHaveLength(3)
    expect(localOf([berlin, 'RRULE:FREQ=DAILY;UNTIL=20270303T075959Z'])).toHaveLength(2)
  })

  test('tells whether it ends, and the most there is in a day', () => {
    expect(opened(DAILY).isEndless()).toBe(false)
    const open = opened([
      'DTSTART:20270301T090000',
      'RRULE:FREQ=DAILY;BYHOUR=9,12',
      'RDATE:20270302T130000,20270302T140000',
    ])
    expect(open.isEndless()).toBe(true)
    expect(open.mostInADay).toBe(4)
  })
})

describe('questions', () => {
  const open = opened(['DTSTART;TZID=America/New_York:20270301T090000', 'RRULE:FREQ=DAILY'])
  const nine = Date.UTC(2027, 2, 1, 14)

  test('windows are half-open', () => {
    const { startMs } = got(occurrencesIn(open, { from: nine, to: nine + 86_400_000 }))
    expect([...startMs]).toEqual([nine])
  })

  test('next is after, previous before', () => {
    expect(got(next(open, nine))?.startMs).toBe(nine + 86_400_000)
    expect(got(next(open, nine - 1))?.startMs).toBe(nine)
    expect(got(previous(open, nine))).toBeNull()
    expect(got(previous(open, nine + 1))?.startMs).toBe(nine)
  })

  test('nth counts from 1, or back from the last', () => {
    expect(got(nth(open, 1))?.startMs).toBe(nine)
    expect(got(nth(open, 2))?.localSeconds).toBe(Date.UTC(2027, 2, 2, 9) / 1000)
    expect(got(nth(opened(DAILY), -1))?.startMs).toBe(Date.UTC(2027, 2, 3, 9))
    expect(got(nth(opened(DAILY), 4))).toBeNull()
    expect(got(nth(opened(DAILY), 0))).toBeNull()
  })

  test('counts across pages', () => {
    const to = Date.UTC(2032, 2, 1)
    expect(got(countIn(open, { to }))).toBe(1827)
    expect(countIn(open, {})).toEqual(E.left({ type: 'BudgetExceeded', periods: 100_000 }))
  })

  test('a limit of none, and a window of nothing, find nothing', () => {
    expect(got(occurrencesIn(open, { limit: 0 })).startMs).toHaveLength(0)
    expect(got(occurrencesIn(open, { from: nine, to: nine })).startMs).toHaveLength(0)
  })
})
