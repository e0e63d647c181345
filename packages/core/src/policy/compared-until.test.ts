import { describe, expect, test } from 'vitest'
import type { EventTime } from '../event/index.js'
import { LocalDate, TimeZoneId, UTC, zoneOf } from '../time/index.js'
import { comparedUntil } from './compared-until.js'

const DAY = 86_400_000
const WEEK = 7 * DAY
const MARGIN = 2 * DAY

const timed = (timeZone: TimeZoneId = UTC): EventTime => {
  const start = zoneOf(timeZone).instantOf(Date.UTC(2027, 2, 8, 9))
  return { type: 'Timed', start, end: start + 1, timeZone }
}
const allDay = (): EventTime => {
  const [start, end] = ['2027-03-08', '2027-03-09']
  if (!LocalDate.is(start) || !LocalDate.is(end)) throw new Error(start)
  return { type: 'AllDay', start, end, timeZone: null }
}
const zone = (name: string) => {
  if (!TimeZoneId.is(name)) throw new Error(name)
  return name
}
const first = Date.UTC(2027, 2, 8, 9)
const midnight = Date.UTC(2027, 2, 8)

const until = (before: readonly string[], after: readonly string[], time = timed()) =>
  comparedUntil({ time, recurrence: before }, { time, recurrence: after })

describe('comparedUntil: behind it, both only repeat', () => {
  test('endless rules, with their common period from the start', () => {
    const [two, three] = [2, 3].map((weeks) => [`RRULE:FREQ=WEEKLY;INTERVAL=${weeks}`] as const)
    expect(until(two ?? [], three ?? [])).toBe(first + 6 * WEEK + MARGIN)
    expect(until(['RRULE:FREQ=DAILY'], ['RRULE:FREQ=DAILY'], allDay())).toBe(
      midnight + WEEK + MARGIN,
    )
  })

  test('rules that end, after the later end, in whatever words it is said', () => {
    const five = first + 4 * WEEK + MARGIN
    expect(until(['RRULE:FREQ=WEEKLY;COUNT=5'], ['RRULE:FREQ=WEEKLY;COUNT=3'])).toBe(five)
    expect(until(['RRULE:FREQ=WEEKLY;COUNT=3'], ['RRULE:FREQ=WEEKLY;COUNT=5'])).toBe(five)
    const said = 'RRULE:FREQ=WEEKLY;UNTIL=20270405T090000Z'
    expect(until([said], ['RRULE:FREQ=WEEKLY;COUNT=3'])).toBe(five)
    expect(until(['RRULE:FREQ=WEEKLY;COUNT=3'], [`${said};BYDAY=MO`])).toBe(five)
    const local = ['RRULE:FREQ=WEEKLY;UNTIL=20270405T090000']
    expect(until(local, local, timed(zone('Europe/Lisbon')))).toBe(five)
    const time = timed()
    const once = { time, recurrence: null }
    expect(comparedUntil(once, { time, recurrence: ['RRULE:FREQ=WEEKLY;COUNT=5'] })).toBe(five)
  })

  test('an all-day rule that ends, after the whole of its last day', () => {
    const said = ['RRULE:FREQ=WEEKLY;UNTIL=20270405']
    expect(until(said, said, allDay())).toBe(midnight + 4 * WEEK + DAY + MARGIN)
  })

  test('one that ends and one that does not, a period after that end', () => {
    expect(until(['RRULE:FREQ=WEEKLY;COUNT=5'], ['RRULE:FREQ=WEEKLY'])).toBe(
      first + 5 * WEEK + MARGIN,
    )
  })

  test('dates and exclusions, after the last', () => {
    const weekly = 'RRULE:FREQ=WEEKLY;COUNT=2'
    const late = Date.UTC(2028, 0, 1, 9)
    expect(until([weekly, 'RDATE:20280101T090000Z'], [weekly])).toBe(late + MARGIN)
    expect(until([weekly], [weekly, 'EXDATE:20280101T090000Z'])).toBe(late + MARGIN)
    expect(until(['RDATE:20280101T090000Z'], [weekly], timed())).toBe(late + MARGIN)
  })
})

describe('comparedUntil: it is not known', () => {
  test('when one of them cannot be read', () => {
    expect(until(['RRULE:FREQ=NEVER'], ['RRULE:FREQ=WEEKLY'])).toBe(Infinity)
  })

  test('when rules go by different clocks', () => {
    const weekly = { recurrence: ['RRULE:FREQ=WEEKLY'] }
    const lisbon = { time: timed(zone('Europe/Lisbon')), ...weekly }
    expect(comparedUntil({ time: timed(), ...weekly }, lisbon)).toBe(Infinity)
    expect(comparedUntil(lisbon, { time: allDay(), ...weekly })).toBe(Infinity)
    expect(comparedUntil(lisbon, lisbon)).toBe(first + WEEK + MARGIN)
  })

  test('when the clock has gaps, and one rule repeats within days and the other does not', () => {
    const [daily, hourly] = [['RRULE:FREQ=DAILY'], ['RRULE:FREQ=HOURLY']]
    expect(until(daily, hourly, timed(zone('Europe/Lisbon')))).toBe(Infinity)
    expect(until(hourly, hourly, timed(zone('Europe/Lisbon')))).toBe(first + WEEK + MARGIN)
    expect(until(daily, hourly)).toBe(first + WEEK + MARGIN)
  })
})
