import { describe, expect, it } from 'vitest'
import { daysFromCivil } from '../time/civil.js'
import { canonicalRule, sameRule } from './canonical-rule.js'
import { parseRule } from './parse-rule.js'
import { printRule } from './print-rule.js'
import type { RecurrenceStart } from './recurrence-set.js'
import { timeZoneNamed } from './rule-text/time-zone.js'

// A Monday, nine o'clock.
const localSeconds = daysFromCivil(2027, 3, 8) * 86_400 + 32_400
const monday: RecurrenceStart = { type: 'Floating', localSeconds }
const inBerlin: RecurrenceStart = {
  type: 'Zoned',
  localSeconds,
  timeZone: timeZoneNamed('Europe/Berlin') ?? expect.fail('no zone'),
}

const rule = (text: string, start: RecurrenceStart = monday) => {
  const read = parseRule(text, { mode: 'lenient', start })
  return read._tag === 'Right' ? read.right : expect.fail(JSON.stringify(read.left))
}
const canonical = (text: string, start: RecurrenceStart = monday) =>
  printRule(canonicalRule(rule(text, start), start))

describe('canonicalRule', () => {
  it.each([
    ['FREQ=WEEKLY;BYDAY=WE,MO,WE', 'FREQ=WEEKLY;BYDAY=MO,WE'],
    ['FREQ=MONTHLY;BYDAY=WE,1WE,2MO', 'FREQ=MONTHLY;BYDAY=2MO,WE'],
    ['FREQ=WEEKLY;BYDAY=MO', 'FREQ=WEEKLY'],
    ['FREQ=MONTHLY;BYMONTHDAY=8', 'FREQ=MONTHLY'],
    ['FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=8', 'FREQ=YEARLY'],
    ['FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=8', 'FREQ=YEARLY;BYMONTH=5'],
    ['FREQ=DAILY;BYHOUR=9;BYMINUTE=0;BYSECOND=0', 'FREQ=DAILY'],
    ['FREQ=DAILY;WKST=SU', 'FREQ=DAILY'],
    ['FREQ=WEEKLY;INTERVAL=2;WKST=SU', 'FREQ=WEEKLY;INTERVAL=2'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU'],
    ['FREQ=DAILY;BYDAY=MO,TU,WE', 'FREQ=WEEKLY;BYDAY=MO,TU,WE'],
    ['FREQ=MONTHLY;BYDAY=TU', 'FREQ=WEEKLY;BYDAY=TU'],
    ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU', 'FREQ=DAILY'],
    ['FREQ=YEARLY;BYMONTHDAY=15', 'FREQ=MONTHLY;BYMONTHDAY=15'],
    ['FREQ=DAILY;BYMONTH=5;BYMONTHDAY=15', 'FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=15'],
    ['FREQ=MONTHLY;INTERVAL=24', 'FREQ=YEARLY;INTERVAL=2'],
    ['FREQ=DAILY;INTERVAL=14', 'FREQ=WEEKLY;INTERVAL=2'],
    ['FREQ=SECONDLY;INTERVAL=86400', 'FREQ=DAILY'],
    ['FREQ=HOURLY;BYHOUR=9', 'FREQ=DAILY'],
    ['FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2', 'FREQ=MONTHLY;BYDAY=2TU'],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=-1', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
    ['FREQ=YEARLY;BYDAY=20MO;BYHOUR=9', 'FREQ=YEARLY;BYDAY=20MO'],
    ['FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO', 'FREQ=YEARLY;BYWEEKNO=20'],
  ])('%s is %s', (text, expected) => {
    expect(canonical(text)).toBe(expected)
  })

  it('keeps hours apart from days in a zone, where a day need not have 24', () => {
    expect(canonical('FREQ=HOURLY;INTERVAL=24', inBerlin)).toBe('FREQ=HOURLY;INTERVAL=24')
    expect(canonical('FREQ=HOURLY;BYHOUR=9', inBerlin)).toBe('FREQ=HOURLY;BYHOUR=9')
  })

  it('says UNTIL in UTC for a zoned start', () => {
    expect(canonical('FREQ=DAILY;UNTIL=20270801T090000', inBerlin)).toBe(
      'FREQ=DAILY;UNTIL=20270801T070000Z',
    )
  })

  it('only tidies what skips', () => {
    expect(canonical('FREQ=MONTHLY;RSCALE=GREGORIAN;SKIP=FORWARD;BYMONTHDAY=8,8')).toBe(
      'FREQ=MONTHLY;RSCALE=GREGORIAN;SKIP=FORWARD;BYMONTHDAY=8',
    )
  })
})

describe('sameRule', () => {
  it.each([
    ['FREQ=WEEKLY', 'FREQ=DAILY;INTERVAL=7', true],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', 'FREQ=MONTHLY;BYMONTHDAY=31', false],
    ['FREQ=YEARLY;BYDAY=1MO', 'FREQ=YEARLY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12;BYDAY=1MO', false],
    ['FREQ=DAILY;COUNT=3', 'FREQ=DAILY;COUNT=4', false],
    [
      'FREQ=MONTHLY;COUNT=9;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
      'FREQ=MONTHLY;COUNT=9;BYMONTHDAY=26,27,28,29,30,31;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
      true,
    ],
    [
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
      'FREQ=MONTHLY;BYMONTHDAY=27,28,29,30,31;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
      false,
    ],
    ['FREQ=YEARLY;INTERVAL=3;BYYEARDAY=31', 'FREQ=YEARLY;INTERVAL=3;BYMONTH=1;BYMONTHDAY=31', true],
    ['FREQ=YEARLY;BYYEARDAY=60', 'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1', false],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(sameRule(rule(a), rule(b), monday)).toBe(expected)
  })
})
