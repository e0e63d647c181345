import { describe, expect, test } from 'vitest'
import { expandICalendar, type ExpandOptions } from './expand-icalendar.js'

const localsOf = (text: string, options: ExpandOptions = {}) => {
  const found = expandICalendar(text, { limit: 3, ...options })
  return found._tag === 'Left' ? found.left : found.right.map(({ local }) => local)
}

const FLOATING = 'DTSTART:20270301T090000'
const ZONED = 'DTSTART;TZID=America/New_York:20270301T090000'

describe('strict reading', () => {
  const strictly = (start: string, rule: string) =>
    localsOf(`${start}\nRRULE:${rule}`, { mode: 'strict' })

  test.each([
    ['a last `;`', FLOATING, 'FREQ=DAILY;COUNT=2;'],
    [
      'UNTIL in UTC for a floating start, which is compared as it reads',
      FLOATING,
      'FREQ=DAILY;UNTIL=20270302T090000Z',
    ],
    [
      'a local UNTIL for a zoned start, of the same zone',
      ZONED,
      'FREQ=DAILY;UNTIL=20270302T090000',
    ],
    ['UNTIL in UTC for a zoned start', ZONED, 'FREQ=DAILY;UNTIL=20270302T140000Z'],
  ])('takes %s', (_, start, rule) => {
    expect(strictly(start, rule)).toEqual(['2027-03-01T09:00:00', '2027-03-02T09:00:00'])
  })

  test.each([
    ['a date as UNTIL of times', FLOATING, 'FREQ=DAILY;UNTIL=20270302'],
    [
      'a time as UNTIL of dates',
      'DTSTART;VALUE=DATE:20270301',
      'FREQ=DAILY;UNTIL=20270302T000000Z',
    ],
  ])('refuses %s', (_, start, rule) => {
    expect(strictly(start, rule)).toEqual({
      type: 'NotAllowedWith',
      part: 'UNTIL',
      other: 'DTSTART',
    })
  })
})

describe('what costs too much is refused', () => {
  const minutes = Array.from({ length: 60 }, (_, minute) => minute).join()
  test.each([
    ['excluding every second', `${ZONED}\nRRULE:FREQ=SECONDLY\nEXRULE:FREQ=SECONDLY`],
    [
      'a lunar day that never comes',
      'DTSTART:20270301T090000\nRRULE:RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=31',
    ],
    [
      'a million counted where SKIP matters',
      `${FLOATING}\nRRULE:RSCALE=GREGORIAN;SKIP=BACKWARD;FREQ=MONTHLY;COUNT=1000000;BYMINUTE=${minutes}`,
    ],
    [
      'every second of a year, for its last',
      `${FLOATING}\nRRULE:RSCALE=GREGORIAN;SKIP=BACKWARD;FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR;BYMINUTE=${minutes};BYSECOND=${minutes};BYSETPOS=-1`,
    ],
    [
      'fifty rules that fifty others undo',
      `${FLOATING}\n${'RRULE:FREQ=MINUTELY\n'.repeat(50)}${'EXRULE:FREQ=MINUTELY\n'.repeat(50)}`,
    ],
    ['all of time', `${FLOATING}\nRRULE:FREQ=DAILY`],
  ])('%s', (_, text) => {
    const from = text.includes('COUNT') ? '9000-01-01' : '2027-01-01'
    expect(localsOf(text, { from, limit: Infinity })).toEqual({
      type: 'BudgetExceeded',
      periods: 250_000,
    })
  })
})
