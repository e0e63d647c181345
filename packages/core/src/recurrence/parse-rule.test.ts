import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseRule } from './parse-rule.js'
import { printRule } from './print-rule.js'
import { daysFromCivil } from '../time/civil.js'
import type { RecurrenceStart } from './recurrence-set.js'
import { timeZoneNamed } from './rule-text/time-zone.js'

const day = daysFromCivil(2027, 3, 8)
const floating: RecurrenceStart = { type: 'Floating', localSeconds: day * 86_400 + 32_400 }
const date: RecurrenceStart = { type: 'Date', day }
const zoned: RecurrenceStart = {
  type: 'Zoned',
  localSeconds: day * 86_400 + 32_400,
  timeZone: timeZoneNamed('Europe/Berlin') ?? expect.fail('no zone'),
}

const strictly = (text: string, start: RecurrenceStart | null = floating) =>
  parseRule(text, { mode: 'strict', start })
const leniently = (text: string, start: RecurrenceStart | null = floating) =>
  parseRule(text, { mode: 'lenient', start })
const printed = (result: ReturnType<typeof parseRule>) =>
  result._tag === 'Left' ? result.left : printRule(result.right)

describe('parseRule', () => {
  it('reads every part', () => {
    expect(
      strictly(
        'RRULE:FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,12;BYMONTHDAY=+1,-31;BYDAY=SU,+1MO,-53FR;' +
          'BYHOUR=0,23;BYMINUTE=0,59;BYSECOND=0,60;BYSETPOS=1,-366;WKST=SU;BYYEARDAY=-366,366',
      ),
    ).toEqual({
      _tag: 'Right',
      right: {
        frequency: 'YEARLY',
        interval: 2,
        count: 10,
        until: null,
        firstDayOfWeek: 'SU',
        byMonth: [
          { month: 1, leap: false },
          { month: 12, leap: false },
        ],
        byWeekNo: [],
        byYearDay: [-366, 366],
        byMonthDay: [1, -31],
        byDay: [
          { day: 'SU', nthOfPeriod: null },
          { day: 'MO', nthOfPeriod: 1 },
          { day: 'FR', nthOfPeriod: -53 },
        ],
        byHour: [0, 23],
        byMinute: [0, 59],
        bySecond: [0, 60],
        bySetPosition: [1, -366],
        rscale: null,
        skip: 'OMIT',
      },
    })
  })

  it('ignores case', () => {
    expect(printed(strictly('rrule:freq=monthly;byday=-1fr'))).toBe('FREQ=MONTHLY;BYDAY=-1FR')
  })

  it('takes letters of ASCII alone', () => {
    expect(strictly('FREQ=WEEKLY;BYDAY=\u017fU')._tag).toBe('Left')
    expect(strictly('FREQ=DA\u0131LY')._tag).toBe('Left')
  })

  it.each([
    ['', 'InvalidValue', 'RRULE'],
    [';', 'InvalidValue', 'RRULE'],
    [';FREQ=DAILY', 'InvalidValue', 'RRULE'],
    ['COUNT=3', 'MissingPart', 'FREQ'],
    ['FREQ', 'InvalidValue', 'FREQ'],
    ['FREQ=FORTNIGHTLY', 'InvalidValue', 'FREQ'],
    ['FREQ=DAILY;;', 'InvalidValue', 'RRULE'],
    ['FREQ=DAILY;;COUNT=1', 'InvalidValue', 'RRULE'],
    [' FREQ=DAILY', 'UnknownPart', ' FREQ'],
    ['FREQ=DAILY;BYEASTER=1', 'UnknownPart', 'BYEASTER'],
    ['FREQ=DAILY;X-A=1', 'UnknownPart', 'X-A'],
    ['FREQ=DAILY;FREQ=DAILY', 'RepeatedPart', 'FREQ'],
    ['FREQ=DAILY;INTERVAL=0', 'OutOfRange', 'INTERVAL'],
    ['FREQ=DAILY;INTERVAL=-1', 'InvalidValue', 'INTERVAL'],
    ['FREQ=DAILY;INTERVAL=1.5', 'InvalidValue', 'INTERVAL'],
    ['FREQ=DAILY;INTERVAL=2147483648', 'OutOfRange', 'INTERVAL'],
    ['FREQ=DAILY;COUNT=0', 'OutOfRange', 'COUNT'],
    ['FREQ=DAILY;COUNT=1;UNTIL=20270401T000000', 'NotAllowedWith', 'COUNT'],
    ['FREQ=DAILY;UNTIL=20270230T000000', 'OutOfRange', 'UNTIL'],
    ['FREQ=DAILY;UNTIL=20270228T240000', 'OutOfRange', 'UNTIL'],
    ['FREQ=DAILY;UNTIL=2027-03-01', 'InvalidValue', 'UNTIL'],
    ['FREQ=DAILY;BYMONTH=0', 'OutOfRange', 'BYMONTH'],
    ['FREQ=DAILY;BYMONTH=13', 'OutOfRange', 'BYMONTH'],
    ['FREQ=DAILY;BYMONTH=5L', 'OutOfRange', 'BYMONTH'],
    ['FREQ=DAILY;BYMONTH=', 'InvalidValue', 'BYMONTH'],
    ['FREQ=DAILY;BYMONTH=1,', 'InvalidValue', 'BYMONTH'],
    ['FREQ=DAILY;BYMONTHDAY=0', 'OutOfRange', 'BYMONTHDAY'],
    ['FREQ=DAILY;BYMONTHDAY=32', 'OutOfRange', 'BYMONTHDAY'],
    ['FREQ=DAILY;BYMONTHDAY=- 1', 'InvalidValue', 'BYMONTHDAY'],
    ['FREQ=YEARLY;BYYEARDAY=367', 'OutOfRange', 'BYYEARDAY'],
    ['FREQ=YEARLY;BYWEEKNO=54', 'OutOfRange', 'BYWEEKNO'],
    ['FREQ=DAILY;BYHOUR=24', 'OutOfRange', 'BYHOUR'],
    ['FREQ=DAILY;BYHOUR=+1', 'InvalidValue', 'BYHOUR'],
    ['FREQ=DAILY;BYMINUTE=60', 'OutOfRange', 'BYMINUTE'],
    ['FREQ=DAILY;BYSECOND=61', 'OutOfRange', 'BYSECOND'],
    ['FREQ=MONTHLY;BYDAY=0MO', 'OutOfRange', 'BYDAY'],
    ['FREQ=MONTHLY;BYDAY=54MO', 'OutOfRange', 'BYDAY'],
    ['FREQ=MONTHLY;BYDAY=2', 'InvalidValue', 'BYDAY'],
    ['FREQ=MONTHLY;BYDAY=XX', 'InvalidValue', 'BYDAY'],
    ['FREQ=DAILY;WKST=1', 'InvalidValue', 'WKST'],
    ['FREQ=MONTHLY;BYWEEKNO=1', 'NotAllowedWith', 'BYWEEKNO'],
    ['FREQ=DAILY;BYYEARDAY=1', 'NotAllowedWith', 'BYYEARDAY'],
    ['FREQ=WEEKLY;BYYEARDAY=1', 'NotAllowedWith', 'BYYEARDAY'],
    ['FREQ=MONTHLY;BYYEARDAY=1', 'NotAllowedWith', 'BYYEARDAY'],
    ['FREQ=WEEKLY;BYMONTHDAY=1', 'NotAllowedWith', 'BYMONTHDAY'],
    ['FREQ=WEEKLY;BYDAY=1MO', 'NotAllowedWith', 'BYDAY'],
    ['FREQ=HOURLY;BYDAY=1MO', 'NotAllowedWith', 'BYDAY'],
    ['FREQ=YEARLY;BYWEEKNO=1;BYDAY=1MO', 'NotAllowedWith', 'BYDAY'],
    ['FREQ=DAILY;BYSETPOS=1', 'MissingPart', 'BYxxx'],
    ['FREQ=MONTHLY;BYDAY=MO;BYSETPOS=0', 'OutOfRange', 'BYSETPOS'],
    ['FREQ=DAILY;SKIP=OMIT', 'MissingPart', 'RSCALE'],
    ['FREQ=DAILY;RSCALE=RUSSIAN', 'Unsupported', 'RSCALE'],
  ])('strict: %s is %s %s', (text, type, part) => {
    expect(strictly(text)).toMatchObject({ _tag: 'Left', left: { type, part } })
  })

  it('strict: UNTIL is of the value type of its start', () => {
    const kinds = [
      'FREQ=DAILY;UNTIL=20270401',
      'FREQ=DAILY;UNTIL=20270401T000000',
      'FREQ=DAILY;UNTIL=20270401T000000Z',
    ]
    const accepted = (start: RecurrenceStart | null) =>
      kinds.map((text) => strictly(text, start)._tag === 'Right')
    expect(accepted(date)).toEqual([true, false, false])
    expect(accepted(floating)).toEqual([false, true, true])
    expect(accepted(zoned)).toEqual([false, true, true])
    expect(accepted(null)).toEqual([true, true, true])
  })

  it('strict: UNTIL in UTC for a floating start is what its clock shows', () => {
    expect(printed(strictly('FREQ=DAILY;UNTIL=20270401T000000Z'))).toBe(
      'FREQ=DAILY;UNTIL=20270401T000000',
    )
  })

  it('strict: a last `;` is no part', () => {
    expect(printed(strictly('FREQ=DAILY;COUNT=2;'))).toBe('FREQ=DAILY;COUNT=2')
  })

  it('strict: dates have no times of day', () => {
    expect(strictly('FREQ=DAILY;BYHOUR=9', date)).toMatchObject({ left: { part: 'BYHOUR' } })
  })

  it.each([
    ['FREQ=DAILY;', 'FREQ=DAILY'],
    [';FREQ=DAILY;;COUNT=2;', 'FREQ=DAILY;COUNT=2'],
    ['RRULE: FREQ = DAILY;\r\n COU\r\n NT=2 ', 'FREQ=DAILY;COUNT=2'],
    ['FREQ=DAILY;X-NAME=\u00e4', 'FREQ=DAILY'],
    ['FREQ=DAILY;BYDAY=', 'FREQ=DAILY'],
    ['FREQ=DAILY;FREQ=DAILY', 'FREQ=DAILY'],
    ['FREQ=WEEKLY;BYDAY=1MO,-1TU', 'FREQ=WEEKLY;BYDAY=MO,TU'],
    ['FREQ=MONTHLY;BYSETPOS=-1', 'FREQ=MONTHLY'],
    ['FREQ=DAILY;UNTIL=20270401', 'FREQ=DAILY;UNTIL=20270401T235959'],
    ['FREQ=DAILY;UNTIL=2027-04-01T10:00:00', 'FREQ=DAILY;UNTIL=20270401T100000'],
    [
      'FREQ=MONTHLY;BYMONTHDAY=31;SKIP=BACKWARD',
      'FREQ=MONTHLY;RSCALE=GREGORIAN;SKIP=BACKWARD;BYMONTHDAY=31',
    ],
  ])('lenient: %s is %s', (text, expected) => {
    expect(printed(leniently(text))).toBe(expected)
  })

  it('lenient: UNTIL takes the kind of its start', () => {
    expect(printed(leniently('FREQ=DAILY;UNTIL=20270401T100000', zoned))).toBe(
      'FREQ=DAILY;UNTIL=20270401T100000',
    )
    expect(printed(leniently('FREQ=DAILY;UNTIL=20270401T100000Z', date))).toBe(
      'FREQ=DAILY;UNTIL=20270401',
    )
    expect(printed(leniently('FREQ=DAILY;BYHOUR=9', date))).toBe('FREQ=DAILY')
  })

  it.each([
    'FREQ=DAILY;FREQ=WEEKLY',
    'FREQ=DAILY;COUNT=2;UNTIL=20270401',
    'FREQ=DAILY;INTERVAL=0',
    'FREQ=DAILY;BYEASTER=1',
    'FREQ=WEEKLY;BYDAY=2MO',
    'FREQ=DAILY;BYSETPOS=2',
    'FREQ=MONTHLY;BYMONTHDAY=0',
  ])('lenient: %s has no obvious reading', (text) => {
    expect(leniently(text)._tag).toBe('Left')
  })

  it('reads leap months and long years in calendars that have them', () => {
    const text = 'FREQ=YEARLY;RSCALE=HEBREW;SKIP=FORWARD;BYMONTH=5L,13;BYYEARDAY=385'
    expect(printed(strictly(text))).toBe(text)
  })

  it('reads a leap second as the second before', () => {
    expect(printed(strictly('FREQ=DAILY;UNTIL=20270401T235960'))).toBe(
      'FREQ=DAILY;UNTIL=20270401T235959',
    )
  })

  it('is bounded', () => {
    expect(strictly(`FREQ=DAILY;BYHOUR=${'1,'.repeat(24)}1`)).toMatchObject({
      left: { type: 'TooLong', part: 'BYHOUR', limit: 24 },
    })
    expect(leniently(' '.repeat(10_001))).toMatchObject({
      left: { type: 'TooLong', part: 'RRULE' },
    })
    const long = strictly(`${'A'.repeat(5000)}=1`)
    expect(JSON.stringify(long).length).toBeLessThan(200)
  })

  it('never throws, whatever is done to a rule', () => {
    fc.assert(
      fc.property(mutated(), fc.constantFrom('strict', 'lenient'), (text, mode) => {
        const result = parseRule(text, { mode, start: floating })
        if (result._tag === 'Right')
          expect(parseRule(printRule(result.right), { mode: 'strict', start: floating })).toEqual(
            result,
          )
      }),
      { numRuns: 3000 },
    )
  })
})

const VALID = [
  'FREQ=YEARLY;INTERVAL=2;UNTIL=20301231T235959;BYMONTH=1,3;BYDAY=1MO,-1FR;BYHOUR=9,12;BYSETPOS=1,-1;WKST=SU',
  'FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1;BYMINUTE=0,30;BYSECOND=15',
  'FREQ=WEEKLY;BYDAY=MO,WE',
  'FREQ=YEARLY;BYWEEKNO=20;BYYEARDAY=100',
]

/** Valid rules with some characters replaced, taken out or doubled. */
const mutated = () =>
  fc
    .tuple(
      fc.constantFrom(...VALID),
      fc.array(
        fc.tuple(
          fc.nat(120),
          fc.nat(3),
          fc.constantFrom(...'0123456789,;=-+LMOTUWEFRSAZ \n\u00df'.split(/(?:)/)),
        ),
        { maxLength: 4 },
      ),
    )
    .map(([text, edits]) => edits.reduce(edited, text))

const edited = (text: string, [at, length, put]: [number, number, string]): string =>
  text.slice(0, at) + put + text.slice(at + length)
