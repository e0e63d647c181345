import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { expandICalendar } from '../expand-icalendar.js'
import { parseICalendarSet } from '../icalendar-lines.js'
import { occurrencesIn } from '../occurrences-in.js'
import { openSet } from '../open-set.js'
import { calendars } from './calendars.js'

const datesOf = (start: string, rule: string, limit = 5) => {
  const found = expandICalendar(`DTSTART;VALUE=DATE:${start}\r\nRRULE:${rule}`, {
    limit,
    mode: 'strict',
  })
  return E.isLeft(found) ? found.left : found.right.map(({ local }) => local)
}

describe('the examples of RFC 7529', () => {
  test.each([
    // Section 5: Chinese New Year; the 13th Ethiopic month; Hebrew anniversaries in leap months; SKIP.
    [
      '20130210',
      'RSCALE=CHINESE;FREQ=YEARLY',
      ['2013-02-10', '2014-01-31', '2015-02-19', '2016-02-08'],
    ],
    [
      '20130906',
      'RSCALE=ETHIOPIC;FREQ=MONTHLY;BYMONTH=13',
      ['2013-09-06', '2014-09-06', '2015-09-06', '2016-09-06'],
    ],
    [
      '20140208',
      'RSCALE=HEBREW;FREQ=YEARLY;BYMONTH=5L;BYMONTHDAY=8;SKIP=FORWARD',
      ['2014-02-08', '2015-02-27', '2016-02-17', '2017-03-06'],
    ],
    [
      '20120229',
      'RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=FORWARD',
      ['2012-02-29', '2013-03-01', '2014-03-01', '2015-03-01', '2016-02-29'],
    ],
    [
      '20140131',
      'RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=BACKWARD;COUNT=4',
      ['2014-01-31', '2014-02-28', '2014-03-31', '2014-04-30'],
    ],
  ])('%s %s', (start, rule, dates) => {
    expect(datesOf(start, rule, dates.length)).toEqual(dates)
  })
})

describe('SKIP', () => {
  test.each([
    [
      'FREQ=YEARLY;BYYEARDAY=366;SKIP=FORWARD',
      '20121231',
      ['2012-12-31', '2014-01-01', '2015-01-01'],
    ],
    [
      'FREQ=YEARLY;BYYEARDAY=-366;SKIP=BACKWARD',
      '20120101',
      ['2012-01-01', '2012-12-31', '2013-12-31'],
    ],
    [
      'FREQ=MONTHLY;BYMONTHDAY=-31;SKIP=BACKWARD',
      '20150101',
      ['2015-01-01', '2015-01-31', '2015-03-01'],
    ],
    [
      'FREQ=MONTHLY;BYMONTHDAY=30,31;BYSETPOS=-1;SKIP=BACKWARD',
      '20150131',
      ['2015-01-31', '2015-02-28', '2015-03-31'],
    ],
    [
      'FREQ=MONTHLY;BYMONTHDAY=31;INTERVAL=3;SKIP=FORWARD',
      '20140131',
      ['2014-01-31', '2014-05-01', '2014-07-31'],
    ],
  ])('%s', (rule, start, dates) => {
    expect(datesOf(start, `RSCALE=GREGORIAN;${rule}`, 3)).toEqual(dates)
  })

  test('without days that are missing it changes nothing', () => {
    const rule = 'FREQ=MONTHLY;BYDAY=2TU;INTERVAL=2;COUNT=30'
    expect(datesOf('20240109', `RSCALE=GREGORIAN;${rule};SKIP=FORWARD`, 50)).toEqual(
      datesOf('20240109', rule, 50),
    )
  })
})

describe('other calendars', () => {
  test('leap months count as months', () => {
    expect(datesOf('20140920', 'RSCALE=CHINESE;FREQ=MONTHLY', 4)).toEqual([
      '2014-09-20',
      '2014-10-20',
      '2014-11-19',
      '2014-12-18',
    ])
    expect(datesOf('20140920', 'RSCALE=CHINESE;FREQ=MONTHLY;INTERVAL=2;COUNT=8', 9)).toHaveLength(8)
  })

  test('limit what repeats daily, too', () => {
    expect(
      datesOf('20240101', 'RSCALE=ISLAMIC-CIVIL;FREQ=DAILY;BYMONTH=9;BYMONTHDAY=1', 2),
    ).toEqual(datesOf('20240101', 'RSCALE=ISLAMIC-CIVIL;FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=1', 2))
  })

  test('a window far away is what a walk finds there', () => {
    const lines = 'DTSTART;VALUE=DATE:20130210\r\nRRULE:RSCALE=HEBREW;FREQ=YEARLY;SKIP=FORWARD'
    const walk = expandICalendar(lines, { limit: 120 })
    const window = expandICalendar(lines, { from: '2113-01-01', to: '2123-01-01' })
    if (E.isLeft(walk) || E.isLeft(window)) throw new Error('refused')
    expect(window.right).toEqual(
      walk.right.filter(({ local }) => local >= '2113-01-01' && local < '2123-01-01'),
    )
  })

  test('a day that never comes costs the budget', () => {
    expect(datesOf('20240101', 'RSCALE=HEBREW;FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31', 1)).toEqual(
      expect.objectContaining({ type: 'BudgetExceeded' }),
    )
  })
})

describe('a set opened without the calendars', () => {
  const setOf = (rule: string) => {
    const parsed = parseICalendarSet(`DTSTART;VALUE=DATE:20240131\nRRULE:${rule}`, {
      mode: 'strict',
    })
    return E.isRight(parsed) ? parsed.right.set : expect.fail('refused')
  }

  test.each([
    ['RSCALE=HEBREW;FREQ=YEARLY', 'RSCALE', 'hebrew'],
    ['RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=FORWARD', 'SKIP', 'FORWARD'],
  ])('refuses %s, and takes it with them', (rule, part, value) => {
    const set = setOf(rule)
    expect(openSet(set)).toEqual(E.left({ type: 'Unsupported', part, value }))
    const open = openSet(set, { calendars })
    const found = E.isRight(open) ? occurrencesIn(open.right, { limit: 2 }) : open
    expect(found).toMatchObject({ right: { startMs: [Date.UTC(2024, 0, 31), expect.anything()] } })
  })

  test.each([
    'RSCALE=GREGORIAN;FREQ=MONTHLY',
    'RSCALE=GREGORIAN;FREQ=WEEKLY;SKIP=FORWARD',
    'RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=OMIT',
  ])('takes %s, which is plain RFC 5545', (rule) => {
    expect(openSet(setOf(rule))._tag).toBe('Right')
  })
})
