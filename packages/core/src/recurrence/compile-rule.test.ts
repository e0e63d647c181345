import { describe, expect, test } from 'vitest'
import { compilerFrom, compileRule, neverOccurs } from './compile-rule.js'
import type { CompiledRule, LocalRange } from './compiled-rule.js'
import { at, ruleOf, shown } from '../../test/recurrence/rule-of.js'

const ALWAYS: LocalRange = { from: -Infinity, to: Infinity }

const compiled = (rule: string, start: string): CompiledRule =>
  compileRule(ruleOf(rule), at(start), start.length === 10 ? 'Date' : 'Time')

const taken = (
  walk: CompiledRule['forward'],
  range: LocalRange,
  many: number,
): readonly string[] => {
  const found = { seconds: new Float64Array(many), count: 0 }
  walk(range, found, { periodsLeft: 10_000_000 })
  return [...found.seconds.subarray(0, found.count)].map((seconds) =>
    shown(seconds).replace('T00:00:00', ''),
  )
}

const first = (many: number, rule: string, start: string): readonly string[] =>
  taken(compiled(rule, start).forward, ALWAYS, many)

const hours = (day: string, ...list: readonly string[]): readonly string[] =>
  list.map((time) => `${day}T${time}:00`)

describe('compileRule: what the standard leaves open', () => {
  test('YEARLY;BYMONTHDAY without BYMONTH is every month', () => {
    expect(first(3, 'FREQ=YEARLY;BYMONTHDAY=15', '2024-01-20')).toEqual([
      '2024-02-15',
      '2024-03-15',
      '2024-04-15',
    ])
  })

  test('BYWEEKNO without BYDAY is the weekday of DTSTART', () => {
    expect(first(3, 'FREQ=YEARLY;BYWEEKNO=20', '1997-09-02')).toEqual([
      '1998-05-12',
      '1999-05-18',
      '2000-05-16',
    ])
  })

  test('BYWEEKNO takes weeks by their own year and days by the calendar year', () => {
    expect(first(4, 'FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO,SU', '2024-06-01')).toEqual([
      '2024-12-30',
      '2025-01-05',
      '2025-12-29',
      '2026-01-04',
    ])
    expect(first(3, 'FREQ=YEARLY;BYWEEKNO=53;BYDAY=FR', '1998-01-01')).toEqual([
      '1999-01-01',
      '2004-12-31',
      '2010-01-01',
    ])
  })

  test('BYWEEKNO with INTERVAL counts calendar years', () => {
    expect(first(3, 'FREQ=YEARLY;INTERVAL=5;BYWEEKNO=53;BYDAY=TU,SA', '2010-01-02')).toEqual([
      '2010-01-02',
      '2015-12-29',
      '2020-12-29',
    ])
  })

  test('a start off the rule is not an occurrence, and nothing before it is', () => {
    expect(first(2, 'FREQ=MONTHLY;BYMONTHDAY=1,31', '2024-01-15')).toEqual([
      '2024-01-31',
      '2024-02-01',
    ])
  })

  test('dates do not know BYHOUR, BYMINUTE and BYSECOND', () => {
    expect(first(2, 'FREQ=DAILY;BYHOUR=9,10;BYMINUTE=30;BYSECOND=5', '2024-01-01')).toEqual([
      '2024-01-01',
      '2024-01-02',
    ])
  })

  test('dates that do not exist are left out and not counted', () => {
    expect(first(9, 'FREQ=MONTHLY;COUNT=3', '2024-01-31')).toEqual([
      '2024-01-31',
      '2024-03-31',
      '2024-05-31',
    ])
    expect(first(9, 'FREQ=YEARLY;COUNT=3', '2096-02-29')).toEqual([
      '2096-02-29',
      '2104-02-29',
      '2108-02-29',
    ])
  })

  test('a leap second does not exist either', () => {
    expect(first(2, 'FREQ=MINUTELY;BYSECOND=30,60', '2024-01-01T00:00:00')).toEqual(
      hours('2024-01-01', '00:00', '00:01').map((time) => time.replace(/00$/, '30')),
    )
    expect(neverOccurs(ruleOf('FREQ=DAILY;BYSECOND=60'), 0, 'Time')).toBe(true)
  })

  test('an UNTIL that is a date is its whole day', () => {
    expect(first(9, 'FREQ=HOURLY;INTERVAL=12;UNTIL=2024-01-02', '2024-01-01T06:00:00')).toEqual([
      ...hours('2024-01-01', '06:00', '18:00'),
      ...hours('2024-01-02', '06:00', '18:00'),
    ])
  })
})

describe('compileRule: what rrule 2.8.1 gets wrong', () => {
  test('BYHOUR, BYMINUTE and BYSECOND in any order yield in order, also under COUNT', () => {
    expect(first(9, 'FREQ=DAILY;COUNT=3;BYHOUR=18,6;BYMINUTE=30,0', '2024-01-01T07:00:00')).toEqual(
      [...hours('2024-01-01', '18:00', '18:30'), ...hours('2024-01-02', '06:00')],
    )
  })

  test('a BYSETPOS beyond the set names nothing, equal ones name one', () => {
    expect(first(2, 'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=-5', '2024-01-01')).toEqual([
      '2024-01-01',
      '2024-04-01',
    ])
    expect(first(2, 'FREQ=MONTHLY;BYMONTHDAY=7;BYSETPOS=1,-1,1', '2024-01-01')).toEqual([
      '2024-01-07',
      '2024-02-07',
    ])
  })

  test('BYDAY=3MO,WE is the third Monday and every Wednesday', () => {
    expect(first(6, 'FREQ=MONTHLY;BYDAY=3MO,WE', '2024-01-01')).toEqual([
      '2024-01-03',
      '2024-01-10',
      '2024-01-15',
      '2024-01-17',
      '2024-01-24',
      '2024-01-31',
    ])
  })

  test('the set of BYSETPOS is that of the whole first period', () => {
    expect(first(3, 'FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=1', '2024-01-03')).toEqual([
      '2024-01-08',
      '2024-01-15',
      '2024-01-22',
    ])
    expect(first(2, 'FREQ=DAILY;BYHOUR=6,12,18;BYSETPOS=2', '2024-01-01T07:00:00')).toEqual([
      ...hours('2024-01-01', '12:00'),
      ...hours('2024-01-02', '12:00'),
    ])
  })

  test('MINUTELY with BYHOUR and BYDAY skips no day', () => {
    expect(
      first(4, 'FREQ=MINUTELY;INTERVAL=30;BYHOUR=9;BYDAY=MO,TU', '2024-01-01T09:00:00'),
    ).toEqual([...hours('2024-01-01', '09:00', '09:30'), ...hours('2024-01-02', '09:00', '09:30')])
    expect(first(2, 'FREQ=MINUTELY;INTERVAL=7;BYHOUR=9;BYDAY=FR', '2024-01-01T09:00:00')).toEqual([
      ...hours('2024-01-05', '09:01', '09:08'),
    ])
  })

  test('years 0 to 99 are those', () => {
    expect(first(2, 'FREQ=YEARLY', '0097-09-02')).toEqual(['0097-09-02', '0098-09-02'])
  })
})

describe('compileRule: a pattern that nothing matches', () => {
  const NEVER: readonly (readonly [string, string])[] = [
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'a day no month of them has'],
    ['FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31', 'started in February'],
    ['FREQ=DAILY;BYMONTH=4,6;BYMONTHDAY=31', 'limits that exclude each other'],
    ['FREQ=YEARLY;BYYEARDAY=60;BYMONTH=7', 'a day of the year in another month'],
    ['FREQ=YEARLY;BYWEEKNO=20;BYMONTH=1', 'a week in another month'],
    ['FREQ=YEARLY;INTERVAL=4;BYYEARDAY=366', 'common years only'],
    ['FREQ=DAILY;INTERVAL=7;BYDAY=MO', 'INTERVAL holds the weekday'],
    ['FREQ=HOURLY;INTERVAL=24;BYHOUR=3', 'INTERVAL holds the hour'],
    ['FREQ=HOURLY;INTERVAL=36;BYHOUR=3', 'INTERVAL holds two hours'],
    ['FREQ=MINUTELY;INTERVAL=90;BYMINUTE=15', 'INTERVAL holds two minutes'],
    ['FREQ=SECONDLY;INTERVAL=3600;BYMINUTE=1', 'INTERVAL holds the minute'],
    ['FREQ=SECONDLY;INTERVAL=7;BYHOUR=9;BYMINUTE=0;BYSECOND=0;BYDAY=SU', 'both hold the weekday'],
    ['FREQ=MONTHLY;BYMONTHDAY=7;BYSETPOS=2', 'a set of one has no second'],
    ['FREQ=SECONDLY;BYSETPOS=2', 'a second is one'],
    ['FREQ=DAILY;BYHOUR=9;BYSETPOS=-2', 'a day with one time'],
  ]

  test.each(NEVER)('%s: %s', (rule, _why) => {
    const start = '2021-02-02T00:30:00'
    expect(neverOccurs(ruleOf(rule), at(start), 'Time')).toBe(true)
    expect(first(1, rule, start)).toEqual([])
    expect(taken(compiled(rule, start).backward, ALWAYS, 1)).toEqual([])
    expect(compiled(rule, start).isEndless()).toBe(false)
    expect(first(1, `${rule};COUNT=3`, start)).toEqual([])
    expect(taken(compiled(`${rule};COUNT=3`, start).backward, ALWAYS, 1)).toEqual([])
  })

  test('is told from a rare one', () => {
    const rare = 'FREQ=DAILY;INTERVAL=7;BYMONTH=2;BYMONTHDAY=29'
    expect(neverOccurs(ruleOf(rare), at('2021-02-02'), 'Date')).toBe(false)
    expect(first(2, rare, '2021-02-02')).toEqual(['2028-02-29', '2056-02-29'])
    expect(compiled(rare, '2021-02-02').isEndless()).toBe(true)
  })

  test('does not look at COUNT and UNTIL', () => {
    expect(neverOccurs(ruleOf('FREQ=DAILY;UNTIL=2020-01-01'), at('2024-01-01'), 'Date')).toBe(false)
  })
})

describe('compileRule: bounds', () => {
  test('`from` is inside, `to` is not', () => {
    const range = { from: at('2024-01-02'), to: at('2024-01-04') }
    const { forward, backward } = compiled('FREQ=DAILY', '2024-01-01')
    expect(taken(forward, range, 9)).toEqual(['2024-01-02', '2024-01-03'])
    expect(taken(backward, range, 9)).toEqual(['2024-01-03', '2024-01-02'])
    expect(taken(forward, { from: range.from, to: range.from }, 9)).toEqual([])
    expect(taken(forward, { from: range.to, to: range.from }, 9)).toEqual([])
  })

  test('writes from the beginning, and nothing into no room', () => {
    const found = { seconds: new Float64Array(0), count: 7 }
    const budget = { periodsLeft: 3 }
    compiled('FREQ=DAILY', '2024-01-01').forward(ALWAYS, found, budget)
    expect(found.count).toBe(0)
    expect(budget.periodsLeft).toBe(3)
  })

  test('the last year is 9999', () => {
    const { backward } = compiled('FREQ=YEARLY;INTERVAL=2', '2024-05-01')
    expect(taken(backward, ALWAYS, 1)).toEqual(['9998-05-01'])
  })

  test('a budget that is used up is negative, and what was found before is there', () => {
    const found = { seconds: new Float64Array(100), count: 0 }
    // Each of the first years is of a new shape, which costs as much as the year itself.
    const budget = { periodsLeft: 6 }
    compiled('FREQ=YEARLY', '2024-05-01').forward(ALWAYS, found, budget)
    expect(budget.periodsLeft).toBe(-1)
    expect(found.count).toBe(3)
  })

  test('looking for the end that COUNT makes is work too', () => {
    const counted = compiled('FREQ=YEARLY;COUNT=100', '2024-05-01')
    const found = { seconds: new Float64Array(1), count: 0 }
    const budget = { periodsLeft: 50 }
    counted.backward(ALWAYS, found, budget)
    expect(budget.periodsLeft).toBeLessThan(0)
    expect(found.count).toBe(0)
    expect(taken(counted.backward, ALWAYS, 1)).toEqual(['2123-05-01'])
  })

  const BILLIONS: readonly (readonly [string, string])[] = [
    ['FREQ=SECONDLY;COUNT=1000000000', '2055-09-09T01:46:39'],
    ['FREQ=MINUTELY;COUNT=1000000000', '3925-04-29T10:39:00'],
    ['FREQ=MINUTELY;BYHOUR=9;BYDAY=MO,TU,WE,TH,FR;COUNT=1000000', '2087-11-18T09:39:00'],
    ['FREQ=DAILY;COUNT=1000000', '4761-11-27'],
    ['FREQ=DAILY;COUNT=1000000000', '9999-12-31'],
    ['FREQ=MONTHLY;BYDAY=2TU;COUNT=50000', '6190-08-10'],
  ]

  test.each(BILLIONS)('%s ends with %s, found in a few steps', (rule, last) => {
    const { backward } = compiled(rule, '2024-01-01T00:00:00')
    const found = { seconds: new Float64Array(1), count: 0 }
    const budget = { periodsLeft: 5000 }
    backward(ALWAYS, found, budget)
    expect(budget.periodsLeft).toBeGreaterThan(0)
    expect(shown(found.seconds[0] ?? 0).replace('T00:00:00', '')).toBe(last)
  })

  test('hostile lists of times stay apart from days', () => {
    const list = (size: number): string => Array.from({ length: size }, (_, n) => n).join()
    const times = `BYHOUR=${list(24)};BYMINUTE=${list(60)};BYSECOND=${list(60)}`
    const every = compiled(`FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;${times}`, '2024-01-01T00:00:00')
    expect(every.mostInADay).toBe(86_400)
    expect(taken(every.forward, { from: at('2074-03-01'), to: Infinity }, 2)).toEqual([
      '2074-03-01',
      '2074-03-01T00:00:01',
    ])
    expect(
      first(2, `FREQ=YEARLY;BYDAY=MO,TU;${times};BYSETPOS=-1,40000`, '2024-01-01T00:00:00'),
    ).toEqual(['2024-01-01T11:06:39', '2024-12-31T23:59:59'])
  })
})

describe('compilerFrom', () => {
  test('rules that differ in COUNT alone end apart, others are worked out anew', () => {
    const compile = compilerFrom(at('2024-01-01T00:00:00'), 'Time')
    const lastOf = (rule: string) => taken(compile(ruleOf(rule)).backward, ALWAYS, 1)
    expect(lastOf('FREQ=HOURLY;INTERVAL=5;COUNT=2')).toEqual(['2024-01-01T05:00:00'])
    expect(lastOf('FREQ=HOURLY;INTERVAL=5;COUNT=7')).toEqual(['2024-01-02T06:00:00'])
    expect(lastOf('FREQ=HOURLY;INTERVAL=7;COUNT=7')).toEqual(['2024-01-02T18:00:00'])
  })
})
