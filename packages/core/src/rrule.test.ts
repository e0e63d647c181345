import fc from 'fast-check'
import * as m from 'rrule'
import { describe, expect, it } from 'vitest'
import { parseRule } from './recurrence/parse-rule.js'
import { printRule } from './recurrence/print-rule.js'
import type { RecurrenceStart } from './recurrence/recurrence-set.js'
import { timeZoneNamed } from './recurrence/rule-text/time-zone.js'
import {
  fromRRule,
  fromRRuleOptions,
  toRRule,
  toRRuleOptions,
  toText,
  wordsOfNextDates,
} from './rrule.js'

const { RRule } = m.default

const localSeconds = Date.UTC(2027, 2, 8, 9) / 1000
const timeZone = timeZoneNamed('America/New_York') ?? expect.fail('no zone')
const floating: RecurrenceStart = { type: 'Floating', localSeconds }
const zoned: RecurrenceStart = { type: 'Zoned', localSeconds, timeZone }

const rule = (text: string, start: RecurrenceStart | null = null) => {
  const read = parseRule(text, { mode: 'strict', start })
  return read._tag === 'Right' ? read.right : expect.fail(JSON.stringify(read.left))
}

const GOLDEN: readonly (readonly [text: string, english: string, german: string])[] = [
  ['FREQ=DAILY', 'every day', 'jeden Tag'],
  ['FREQ=DAILY;INTERVAL=2;COUNT=5', 'every 2 days for 5 times', 'alle 2 Tage insgesamt 5-mal'],
  ['FREQ=WEEKLY', 'every week', 'jede Woche'],
  ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'every weekday', 'jede Woche von Montag bis Freitag'],
  [
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH',
    'every 2 weeks on Tuesday, Thursday',
    'alle 2 Wochen am Dienstag und Donnerstag',
  ],
  ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU', 'every day', 'jede Woche von Montag bis Sonntag'],
  [
    'FREQ=WEEKLY;BYDAY=MO,WE,FR;UNTIL=19971224T000000Z',
    'every week on Monday, Wednesday, Friday until December 24, 1997',
    'jede Woche am Montag, Mittwoch und Freitag bis zum 24. Dezember 1997',
  ],
  ['FREQ=MONTHLY', 'every month', 'jeden Monat'],
  [
    'FREQ=MONTHLY;BYDAY=2TU',
    'every month on the 2nd Tuesday',
    'jeden Monat am 2. Dienstag des Monats',
  ],
  [
    'FREQ=MONTHLY;BYDAY=-1FR;COUNT=1',
    'every month on the last Friday for 1 time',
    'jeden Monat am letzten Freitag des Monats insgesamt 1-mal',
  ],
  [
    'FREQ=MONTHLY;BYMONTHDAY=1,15,-1',
    'every month on the 1st, 15th and last',
    'jeden Monat am 1., 15. und letzten Tag des Monats',
  ],
  [
    'FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR',
    'every month on the 13th day of the month, if it is a Friday',
    'jeden Monat am 13. Tag des Monats, wenn es ein Freitag ist',
  ],
  [
    'FREQ=MONTHLY;INTERVAL=18;BYMONTHDAY=10,11,12',
    'every 18 months on the 10th, 11th and 12th',
    'alle 18 Monate am 10., 11. und 12. Tag des Monats',
  ],
  ['FREQ=MONTHLY;BYDAY=TU', 'every month on Tuesday', 'jeden Monat an jedem Dienstag'],
  [
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    'every month from Monday to Friday, but only the last of these in the month',
    'jeden Monat von Montag bis Freitag, davon nur der letzte Termin des Monats',
  ],
  [
    'FREQ=MONTHLY;BYDAY=TU,WE,TH;BYSETPOS=3',
    'every month from Tuesday to Thursday, but only the 3rd of these in the month',
    'jeden Monat von Dienstag bis Donnerstag, davon nur der 3. Termin des Monats',
  ],
  [
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,-2',
    'every month from Monday to Friday, but only the 1st and 2nd to last of these in the month',
    'jeden Monat von Montag bis Freitag, davon nur der 1. und der vorletzte Termin des Monats',
  ],
  [
    'FREQ=MONTHLY;BYDAY=WE,3MO',
    'every month on Wednesday and on the 3rd Monday',
    'jeden Monat an jedem Mittwoch und am 3. Montag des Monats',
  ],
  ['FREQ=YEARLY', 'every year', 'jedes Jahr'],
  ['FREQ=YEARLY;BYMONTH=6,7', 'every June and July', 'jedes Jahr im Juni und Juli'],
  [
    'FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
    'every year in October on the last Sunday of the month',
    'jedes Jahr im Oktober am letzten Sonntag des Monats',
  ],
  [
    'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24;UNTIL=20301224',
    'every December on the 24th until December 24, 2030',
    'jedes Jahr im Dezember am 24. Tag des Monats bis zum 24. Dezember 2030',
  ],
  [
    'FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8',
    'every 4 years in November on the 2nd, 3rd, 4th, 5th, 6th, 7th and 8th day of the month, if it is a Tuesday',
    'alle 4 Jahre im November am 2., 3., 4., 5., 6., 7. und 8. Tag des Monats, wenn es ein Dienstag ist',
  ],
  [
    'FREQ=YEARLY;BYDAY=20MO',
    'every year on the 20th Monday of the year',
    'jedes Jahr am 20. Montag des Jahres',
  ],
  [
    'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO',
    'every year on Monday in week 20',
    'jedes Jahr am Montag in Woche 20',
  ],
  [
    'FREQ=YEARLY;BYWEEKNO=1,-1',
    'every year in the 1st and last week of the year',
    'jedes Jahr in der 1. und letzten Woche des Jahres',
  ],
  [
    'FREQ=YEARLY;INTERVAL=3;BYYEARDAY=1,100,200,-1',
    'every 3 years on the 1st, 100th, 200th and last day of the year',
    'alle 3 Jahre am 1., 100., 200. und letzten Tag des Jahres',
  ],
  ['FREQ=DAILY;BYMONTH=1,2,3', 'every day from January to March', 'jeden Tag von Januar bis März'],
  [
    'FREQ=DAILY;BYHOUR=9,17;BYMINUTE=30',
    'every day at 09:30 and 17:30',
    'jeden Tag um 09:30 und 17:30 Uhr',
  ],
  [
    'FREQ=DAILY;BYHOUR=8,9,10,11,12;BYMINUTE=0,20,40',
    'every day in hours 8 to 12 at minutes 0, 20 and 40',
    'jeden Tag in den Stunden 8 bis 12 zu den Minuten 0, 20 und 40',
  ],
  [
    'FREQ=DAILY;INTERVAL=2;BYDAY=SA,SU',
    'every 2 days, but only on Saturday and Sunday',
    'alle 2 Tage, aber nur am Samstag und Sonntag',
  ],
  [
    'FREQ=WEEKLY;BYDAY=MO;BYHOUR=9',
    'every week on Monday in hour 9',
    'jede Woche am Montag in Stunde 9',
  ],
  ['FREQ=HOURLY;INTERVAL=3', 'every 3 hours', 'alle 3 Stunden'],
  [
    'FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16',
    'every 20 minutes in hours 9 to 16',
    'alle 20 Minuten in den Stunden 9 bis 16',
  ],
  [
    'FREQ=MINUTELY;INTERVAL=15;BYDAY=SA,SU',
    'every 15 minutes, but only on Saturday and Sunday',
    'alle 15 Minuten, aber nur am Samstag und Sonntag',
  ],
  [
    'FREQ=HOURLY;BYMINUTE=0,30;BYSECOND=15',
    'every hour at minutes 0 and 30 at second 15',
    'jede Stunde zu den Minuten 0 und 30 zur Sekunde 15',
  ],
  [
    'FREQ=SECONDLY;INTERVAL=30;COUNT=10',
    'every 30 seconds for 10 times',
    'alle 30 Sekunden insgesamt 10-mal',
  ],
  [
    'FREQ=MONTHLY;RSCALE=GREGORIAN;SKIP=BACKWARD;BYMONTHDAY=31',
    'every month on the 31st day of the month, or the day before where there is no such day',
    'jeden Monat am 31. Tag des Monats, oder am Tag davor, wo es den Tag nicht gibt',
  ],
]

describe('toText', () => {
  it.each(GOLDEN)('%s', (text, english, german) => {
    expect(toText(rule(text), { locale: 'en' })).toBe(english)
    expect(toText(rule(text), { locale: 'de' })).toBe(german)
  })

  it('names other calendars', () => {
    const hebrew = rule('FREQ=YEARLY;RSCALE=HEBREW;SKIP=FORWARD;BYMONTH=5L;BYMONTHDAY=8')
    expect(toText(hebrew, { locale: 'en' })).toMatch(
      /^every year in leap month 5 on the 8th day of the month, or the day after .*Hebrew/,
    )
    expect(toText(hebrew, { locale: 'de' })).toMatch(
      /^jedes Jahr im Schaltmonat 5 am 8\. Tag .*üdisch/,
    )
  })

  it('says UNTIL as a date of the zone', () => {
    const until = rule('FREQ=DAILY;UNTIL=20270402T030000Z')
    expect(toText(until, { locale: 'en', timeZone })).toBe('every day until April 1, 2027')
    expect(toText(until, { locale: 'de', timeZone })).toBe('jeden Tag bis zum 1. April 2027')
    expect(toText(until, { locale: 'de' })).toBe('jeden Tag bis zum 2. April 2027')
  })
})

describe('toRRuleOptions and back', () => {
  it.each(GOLDEN.map(([text]) => text).filter((text) => !/UNTIL|SKIP/.test(text)))('%s', (text) => {
    for (const start of [floating, zoned]) {
      const object = toRRule(rule(text), start)
      const back = object._tag === 'Right' ? fromRRule(object.right) : object
      expect(back).toEqual({ _tag: 'Right', right: { rule: rule(text), start } })
    }
  })

  it('keeps local times as if in UTC, as rrule does', () => {
    expect(toRRuleOptions(rule('FREQ=DAILY;UNTIL=20270401T130000Z', zoned), zoned)).toMatchObject({
      right: {
        dtstart: new Date('2027-03-08T09:00:00Z'),
        until: new Date('2027-04-01T09:00:00Z'),
        tzid: 'America/New_York',
      },
    })
  })

  it('yields what rrule finds in the text', () => {
    const text = 'FREQ=MONTHLY;COUNT=5;BYDAY=2TU,-1FR'
    const object = toRRule(rule(text), floating)
    const found = RRule.fromString(`DTSTART:20270308T090000Z\nRRULE:${text}`)
    expect(object._tag === 'Right' && object.right.all()).toEqual(found.all())
  })

  it('reads every form of a weekday, single values and negative days', () => {
    const read = fromRRuleOptions({
      freq: RRule.MONTHLY,
      byweekday: [RRule.MO.nth(2), 'WE', 4],
      bynmonthday: [-1],
      bymonth: 5,
      wkst: RRule.SU,
    })
    expect(read._tag === 'Right' && printRule(read.right.rule)).toBe(
      'FREQ=MONTHLY;BYMONTH=5;BYMONTHDAY=-1;BYDAY=2MO,WE,FR;WKST=SU',
    )
  })

  it.each([
    [{ interval: 2 }, 'MissingPart', 'FREQ'],
    [{ freq: 1, byeaster: 0 }, 'Unsupported', 'BYEASTER'],
    [{ freq: 1, interval: 0 }, 'OutOfRange', 'INTERVAL'],
    [{ freq: 1, interval: Number.NaN }, 'InvalidValue', 'INTERVAL'],
    [{ freq: 1, until: new Date(Number.NaN) }, 'InvalidValue', 'UNTIL'],
    [{ freq: 1, dtstart: new Date(Number.NaN) }, 'OutOfRange', 'DTSTART'],
    [{ freq: 1, dtstart: new Date(0), tzid: 'Nowhere' }, 'Unsupported', 'TZID'],
    [{ freq: 3, byweekday: [9] }, 'InvalidValue', 'BYDAY'],
  ])('refuses %j', (options, type, part) => {
    expect(fromRRuleOptions(options)).toMatchObject({ left: { type, part } })
  })

  it('refuses what rrule does not know', () => {
    const skipping = rule('FREQ=MONTHLY;RSCALE=GREGORIAN;SKIP=FORWARD')
    expect(toRRule(skipping, floating)).toMatchObject({
      left: { type: 'Unsupported', part: 'SKIP' },
    })
    expect(toRRule(rule('FREQ=YEARLY;RSCALE=HEBREW'), floating)).toMatchObject({
      left: { part: 'RSCALE' },
    })
  })
})

describe('wordsOfNextDates', () => {
  const endless = function* () {
    for (let day = 0; ; day += 1) yield localSeconds * 1000 + day * 86_400_000
  }

  it('says the first ones in the language and zone', () => {
    expect(
      wordsOfNextDates(endless(), { locale: 'de', timeZone: 'Europe/Berlin', count: 2 }),
    ).toEqual(['Montag, 8. März 2027 um 10:00', 'Dienstag, 9. März 2027 um 10:00'])
  })

  it('says dates alone where asked', () => {
    const options = { locale: 'en', timeZone: 'UTC', parts: 'Date' } as const
    expect(wordsOfNextDates(endless(), { ...options, count: 1 })).toEqual(['Monday, March 8, 2027'])
  })

  it('takes no more than it says', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2, max: 9 }), (count) => {
        const words = wordsOfNextDates(endless(), { locale: 'en', timeZone: 'UTC', count })
        expect(words).toHaveLength(Math.max(count, 0))
      }),
    )
  })
})
