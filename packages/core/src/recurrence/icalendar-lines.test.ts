import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysFromCivil } from '../time/civil.js'
import { parseICalendarSet } from './icalendar-lines.js'
import { printRule } from './print-rule.js'

const at = (hour: number, minute = 0) =>
  daysFromCivil(2027, 3, 8) * 86_400 + hour * 3600 + minute * 60
const strictly = (...lines: readonly string[]) =>
  parseICalendarSet(lines.join('\r\n'), { mode: 'strict' })
const leniently = (...lines: readonly string[]) =>
  parseICalendarSet(lines.join('\n'), { mode: 'lenient' })

const BERLIN = 'DTSTART;TZID=Europe/Berlin:20270308T090000'

describe('parseICalendarSet', () => {
  it('reads a set with all its properties', () => {
    const read = strictly(
      'BEGIN:VEVENT',
      'SUMMARY:not looked at',
      BERLIN,
      'RRULE:FREQ=DAILY;UNTIL=20270401T',
      ' 000000Z;BYDAY=MO,',
      '\tTU',
      'EXRULE:FREQ=WEEKLY',
      'RDATE;TZID=Europe/Berlin:20270308T110000,20270308T120000',
      'RDATE:20270308T120000Z',
      'RDATE;VALUE=PERIOD:20270308T150000Z/PT1H,20270308T160000Z/20270308T163000Z',
      'EXDATE;TZID="America/New_York":20270308T090000',
      'DURATION:P1DT2H',
      'END:VEVENT',
    )
    expect(read).toMatchObject({
      right: {
        set: {
          start: { type: 'Zoned', timeZone: 'Europe/Berlin', localSeconds: at(9) },
          dates: [at(11), at(12), at(13), at(16), at(17)],
          excluded: [at(15)],
          options: { gap: null, includeDtstart: false },
        },
        periods: [
          { localSeconds: at(16), duration: { days: 0, seconds: 3600 } },
          { localSeconds: at(17), duration: { days: 0, seconds: 1800 } },
        ],
        duration: { days: 1, seconds: 7200 },
      },
    })
    expect(read._tag === 'Right' && read.right.set.rules.map(printRule)).toEqual([
      'FREQ=DAILY;UNTIL=20270401T000000Z;BYDAY=MO,TU',
    ])
  })

  it.each([
    ['DTSTART;VALUE=DATE:20270308', { type: 'Date', day: daysFromCivil(2027, 3, 8) }],
    ['DTSTART:20270308T090000', { type: 'Floating', localSeconds: at(9) }],
    ['DTSTART:20270308T090000Z', { type: 'Zoned', localSeconds: at(9), timeZone: 'UTC' }],
    ['dtstart;tzid=europe/berlin:20270308T090000', { type: 'Zoned', timeZone: 'Europe/Berlin' }],
  ])('%s', (line, start) => {
    expect(strictly(line)).toMatchObject({ right: { set: { start } } })
  })

  it('the start is an occurrence of its own without a rule', () => {
    expect(strictly(BERLIN)).toMatchObject({
      right: { set: { options: { includeDtstart: true } } },
    })
  })

  it('passes over time zones and alarms', () => {
    const zone = [
      'BEGIN:VTIMEZONE',
      'DTSTART:19700329T020000',
      'RRULE:FREQ=YEARLY',
      'END:VTIMEZONE',
    ]
    const alarm = ['BEGIN:VALARM', 'DURATION:PT5M', 'END:VALARM']
    expect(strictly(...zone, BERLIN, ...alarm)).toMatchObject({
      right: { duration: null, set: { rules: [] } },
    })
  })

  it('DTEND is an exact length of time, and of dates one of days', () => {
    // The clock goes forward at 02:00.
    expect(
      strictly(
        'DTSTART;TZID=Europe/Berlin:20270327T120000',
        'DTEND;TZID=Europe/Berlin:20270328T120000',
      ),
    ).toMatchObject({ right: { duration: { days: 0, seconds: 23 * 3600 } } })
    expect(strictly('DTSTART;VALUE=DATE:20270308', 'DTEND;VALUE=DATE:20270310')).toMatchObject({
      right: { duration: { days: 2, seconds: 0 } },
    })
  })

  it.each([
    [['RRULE:FREQ=DAILY'], 'MissingPart', 'DTSTART'],
    [[BERLIN, BERLIN], 'RepeatedPart', 'DTSTART'],
    [['DTSTART:20270308'], 'InvalidValue', 'DTSTART'],
    [['DTSTART;VALUE=DATE:20270308T090000'], 'InvalidValue', 'DTSTART'],
    [['DTSTART:20270229T090000'], 'OutOfRange', 'DTSTART'],
    [['DTSTART;TZID=Mars/Olympus:20270308T090000'], 'Unsupported', 'TZID'],
    [['DTSTART;TZID=Europe/Berlin:20270308T090000Z'], 'NotAllowedWith', 'TZID'],
    [['DTSTART;TZID="Europe/Berlin:20270308T090000'], 'InvalidValue', 'DTSTART'],
    [[BERLIN, 'RRULE:FREQ=DAILY;INTERVAL=0'], 'OutOfRange', 'INTERVAL'],
    [[BERLIN, 'RDATE:20270308T100000'], 'NotAllowedWith', 'RDATE'],
    [[BERLIN, 'EXDATE;VALUE=DATE:20270308'], 'NotAllowedWith', 'EXDATE'],
    [[BERLIN, 'EXDATE:'], 'InvalidValue', 'EXDATE'],
    [[BERLIN, 'EXDATE;VALUE=PERIOD:20270308T100000Z/PT1H'], 'InvalidValue', 'EXDATE'],
    [[BERLIN, 'RDATE;VALUE=PERIOD:20270308T100000Z/-PT1H'], 'InvalidValue', 'RDATE'],
    [[BERLIN, 'RDATE;VALUE=PERIOD:20270308T100000Z'], 'InvalidValue', 'RDATE'],
    [[BERLIN, 'DTEND:20270308T070000Z'], 'InvalidValue', 'DTEND'],
    [[BERLIN, 'DURATION:P'], 'InvalidValue', 'DURATION'],
    [[BERLIN, 'DURATION:PT1H', 'DTEND:20270309T070000Z'], 'NotAllowedWith', 'DURATION'],
  ])('strict: %j is %s %s', (lines, type, part) => {
    expect(strictly(...lines)).toMatchObject({ _tag: 'Left', left: { type, part } })
  })

  it.each([
    [['DTSTART:20270308', 'EXDATE:20270308T100000Z'], daysFromCivil(2027, 3, 8) * 86_400],
    [[BERLIN, 'EXDATE;VALUE=DATE:20270308'], at(9)],
    [[BERLIN, 'EXDATE:20270308T100000,'], at(10)],
    [['DTSTART:20270308T090000', 'EXDATE;TZID=Asia/Tokyo:20270308T100000'], at(10)],
    [
      ['DTSTART;TZID=/a.example/2027/Europe/Berlin:20270308T090000', 'EXDATE:20270308T080000Z'],
      at(9),
    ],
  ])('lenient: %j excludes the obvious', (lines, excluded) => {
    expect(leniently(...lines)).toMatchObject({ right: { set: { excluded: [excluded] } } })
  })

  it('is bounded', () => {
    const dates = `RDATE:${'20270308T100000Z,'.repeat(20_000)}20270308T100000Z`
    expect(strictly(BERLIN, dates)).toMatchObject({ left: { type: 'TooLong', part: 'RDATE' } })
    expect(strictly(BERLIN, ...Array<string>(101).fill('RRULE:FREQ=DAILY'))).toMatchObject({
      left: { type: 'TooLong', part: 'RRULE' },
    })
    expect(strictly(' '.repeat(1_000_001))).toMatchObject({ left: { type: 'TooLong' } })
  })

  it('never throws, whatever it is given', () => {
    const text = [BERLIN, 'RRULE:FREQ=DAILY', 'RDATE;VALUE=PERIOD:20270308T150000Z/PT1H'].join('\n')
    fc.assert(
      fc.property(
        fc.nat(text.length),
        fc.nat(4),
        fc.string({
          maxLength: 4,
          unit: fc.constantFrom(...'0129TZ;:=,"/\n \\A\u00e4'.split(/(?:)/)),
        }),
        fc.constantFrom('strict' as const, 'lenient' as const),
        (from, length, put, mode) => {
          parseICalendarSet(text.slice(0, from) + put + text.slice(from + length), { mode })
        },
      ),
      { numRuns: 2000 },
    )
  })
})
