import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EventTime } from '../event/index.js'
import { openSeries } from '../event/index.js'
import { occurrencesIn } from '../recurrence/index.js'
import { TimeZoneId, zoneOf } from '../time/index.js'
import { mayAddInstances } from './may-add-instances.js'

const startAt = (local: string, zone = 'America/New_York'): EventTime => {
  if (!TimeZoneId.is(zone)) throw new Error(zone)
  const start = zoneOf(zone).instantOf(Date.parse(`${local}Z`))
  return { type: 'Timed', start, end: start + 3_600_000, timeZone: zone }
}

const time = startAt('2027-03-08T09:00:00')
const recurring = (lines: readonly string[], at = time) => ({ time: at, recurrence: lines })
const adds = (before: readonly string[], after: readonly string[]) =>
  mayAddInstances(recurring(before), recurring(after))

describe('mayAddInstances', () => {
  test.each([
    ['RRULE:FREQ=DAILY', 'RRULE:FREQ=WEEKLY'],
    ['RRULE:FREQ=DAILY', 'RRULE:FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,WE'],
    ['RRULE:FREQ=DAILY', 'RRULE:FREQ=MONTHLY'],
    ['RRULE:FREQ=DAILY', 'RRULE:FREQ=YEARLY'],
    ['RRULE:FREQ=MONTHLY', 'RRULE:FREQ=MONTHLY;INTERVAL=2'],
    ['RRULE:FREQ=MONTHLY', 'RRULE:FREQ=YEARLY'],
    ['RRULE:FREQ=WEEKLY;INTERVAL=2', 'RRULE:FREQ=WEEKLY;INTERVAL=4'],
    ['RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'RRULE:FREQ=MONTHLY;BYDAY=2MO'],
    ['RRULE:FREQ=HOURLY', 'RRULE:FREQ=HOURLY;INTERVAL=6'],
    ['RRULE:FREQ=WEEKLY;COUNT=500', 'RRULE:FREQ=WEEKLY;COUNT=499'],
  ])('%s has all that %s has, but not the other way around', (more, less) => {
    expect([adds([more], [less]), adds([less], [more])]).toEqual([false, true])
  })

  test('a rare difference far away is found', () => {
    const weekly = 'RRULE:FREQ=WEEKLY;BYDAY=MO'
    const leapDay = 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29'
    const onMondays = `${leapDay};BYDAY=MO`
    expect(adds([weekly], [weekly, leapDay])).toBe(true)
    expect(adds([weekly], [weekly, onMondays])).toBe(false)
  })

  test('what takes too long to compare is taken to add', () => {
    expect(adds(['RRULE:FREQ=HOURLY;BYHOUR=9'], ['RRULE:FREQ=DAILY'])).toBe(true)
    const crowd = 'RRULE:FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12;BYMONTH=1,2,3,4,5,6,7,8,9'
    expect(adds([`${crowd},10`], [crowd])).toBe(true)
  })

  test('a zone with the same hours adds nothing to a series that ends, and is taken to add to others', () => {
    const inUtc = startAt('2027-01-04T09:00:00', 'UTC')
    const inLondon = startAt('2027-01-04T09:00:00', 'Europe/London')
    const lines = ['RRULE:FREQ=WEEKLY;COUNT=5']
    expect(mayAddInstances(recurring(lines, inUtc), recurring(lines, inLondon))).toBe(false)
    const endless = ['RRULE:FREQ=WEEKLY']
    expect(mayAddInstances(recurring(endless, inUtc), recurring(endless, inLondon))).toBe(true)
  })

  test('the same lines add nothing, however long they would take to compare', () => {
    const crowd = ['RRULE:FREQ=SECONDLY;BYMONTH=1,3,5']
    expect(adds(crowd, crowd)).toBe(false)
    expect(mayAddInstances(recurring(crowd), { ...recurring(crowd, { ...time }) })).toBe(false)
  })

  test('a zone with other hours adds what it moves', () => {
    const [inUtc, inLisbon] = ['UTC', 'Europe/Lisbon'].map((zone) =>
      startAt('2027-01-04T09:00:00', zone),
    )
    const summer = ['RRULE:FREQ=MONTHLY;COUNT=5']
    expect(mayAddInstances(recurring(summer, inUtc), recurring(summer, inLisbon))).toBe(true)
    const winter = ['RRULE:FREQ=MONTHLY;COUNT=3']
    expect(mayAddInstances(recurring(winter, inUtc), recurring(winter, inLisbon))).toBe(false)
    const once = { time: startAt('2027-01-04T09:00:00', 'Asia/Tokyo'), recurrence: winter }
    expect(mayAddInstances(recurring(winter, inUtc), once)).toBe(true)
  })

  test('in another zone 2,000 occurrences are compared, and more are taken to add', () => {
    const [inUtc, inAbidjan] = ['UTC', 'Africa/Abidjan'].map((zone) =>
      startAt('2027-01-04T09:00:00', zone),
    )
    const counted = (count: number) => [`RRULE:FREQ=DAILY;COUNT=${count}`]
    const addsAt = (count: number) =>
      mayAddInstances(recurring(counted(count), inUtc), recurring(counted(count), inAbidjan))
    expect([addsAt(1999), addsAt(2000), addsAt(2001)]).toEqual([false, false, true])
  })

  const part = fc.record({
    freq: fc.constantFrom('DAILY', 'WEEKLY'),
    interval: fc.integer({ min: 1, max: 4 }),
    days: fc.subarray(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], { minLength: 1 }),
    end: fc.constantFrom('', '', ';COUNT=5', ';COUNT=11', ';UNTIL=20270501T130000Z'),
  })
  const rule = part.map(
    ({ freq, interval, days, end }) =>
      `RRULE:FREQ=${freq};INTERVAL=${interval};BYDAY=${days.join(',')}${end}`,
  )
  const exclusion = fc
    .integer({ min: 0, max: 20 })
    .map(
      (day) =>
        `EXDATE:${new Date(Date.UTC(2027, 2, 15 + day, 13)).toISOString().replace(/[-:]|\.000/g, '')}`,
    )
  const lines = fc.tuple(rule, fc.array(exclusion, { maxLength: 2 })).map(([a, b]) => [a, ...b])

  test('answers what two years of both say, of rules by days and weeks', () => {
    const cases = fc.tuple(lines, fc.oneof(lines, fc.constant(null)), exclusion)
    fc.assert(
      fc.property(cases, ([before, other, excluded]) => {
        const after = other ?? [...before, excluded]
        const [was, is] = [before, after].map((each) => {
          const found = occurrencesIn(openSeries(recurring(each)), { to: Date.UTC(2029, 2, 8) })
          return found._tag === 'Right' ? found.right.startMs : []
        })
        const there = new Set(was)
        expect(adds(before, after)).toBe((is ?? []).some((each) => !there.has(each)))
      }),
      { numRuns: 300 },
    )
  })
})
