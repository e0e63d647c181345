import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { newYork, timeOf } from '../../test/event/series.js'
import { date, NEW_YORK } from '../../test/series.js'
import type { EventTime } from './event-time.js'
import { shiftedRecurrence } from './shifted-recurrence.js'

const shifted = (from: EventTime, to: EventTime, ...recurrence: readonly string[]) => {
  const moved = shiftedRecurrence({ from, to, recurrence })
  if (E.isLeft(moved)) throw new Error(JSON.stringify(moved.left))
  return moved.right
}

/** A moment in New York. */
const at = (day: string, time: string): EventTime => newYork(`${day}T${time}`, `${day}T${time}`)
const days = (start: string, end: string, timeZone: EventTime['timeZone'] = null): EventTime => ({
  type: 'AllDay',
  start: date(start),
  end: date(end),
  timeZone,
})

describe('shiftedRecurrence', () => {
  test('leaves the lines of a series that stays on its clock, also when the zone of its days changes', () => {
    const recurrence = ['RRULE:UNTIL=20270405;FREQ=WEEKLY']
    const from = days('2027-03-08', '2027-03-09')
    const to = days('2027-03-08', '2027-03-10', NEW_YORK)
    expect(shiftedRecurrence({ from, to, recurrence })).toEqual(E.right(recurrence))
  })

  test('reads the end in the zone that the series has then', () => {
    const to = timeOf({
      start: '2027-03-08T09:00',
      end: '2027-03-08T10:00',
      timeZone: 'Europe/Berlin',
    })
    const from = at('2027-03-08', '09:00')
    expect(shifted(from, to, 'RRULE:FREQ=WEEKLY;UNTIL=20270405T130000Z')).toEqual([
      'RRULE:FREQ=WEEKLY;UNTIL=20270405T070000Z',
    ])
  })

  test('makes times of days', () => {
    const to = timeOf({ start: '2027-03-08T00:00:00Z', end: '2027-03-08T01:00:00Z' })
    const lines = ['RRULE:FREQ=WEEKLY;UNTIL=20270405', 'EXDATE;VALUE=DATE:20270315']
    expect(shifted(days('2027-03-08', '2027-03-09'), to, ...lines)).toEqual([
      'RRULE:FREQ=WEEKLY;UNTIL=20270405T000000Z',
      'EXDATE:20270315T000000Z',
    ])
  })

  test('moves days by days, and dates where there is no rule', () => {
    const [from, to] = [days('2027-03-08', '2027-03-09'), days('2027-03-10', '2027-03-11')]
    expect(shifted(from, to, 'RDATE;VALUE=DATE:20270315')).toEqual(['RDATE;VALUE=DATE:20270317'])
  })
})

describe('shiftedRecurrence: an end where the clock changes', () => {
  const until = (from: EventTime, to: EventTime, rule: string) => shifted(from, to, rule)[0]

  test('in the second pass of an hour, what starts in the first is over', () => {
    const [from, to] = [at('2027-11-01', '01:45'), at('2027-11-01', '02:45')]
    // 01:30 comes twice on 7 November; this is the second one.
    expect(until(from, to, 'RRULE:FREQ=DAILY;UNTIL=20271107T063000Z')).toBe(
      'RRULE:FREQ=DAILY;UNTIL=20271107T075959Z',
    )
    expect(until(from, to, 'RRULE:FREQ=DAILY;UNTIL=20271201T063000Z')).toBe(
      'RRULE:FREQ=DAILY;UNTIL=20271201T073000Z',
    )
  })

  test('just behind a gap, it belongs to what the gap shifted, if that is the last', () => {
    const rule = 'RRULE:FREQ=DAILY;UNTIL=20270314T073000Z'
    expect(until(at('2027-03-08', '02:30'), at('2027-03-08', '03:30'), rule)).toBe(
      'RRULE:FREQ=DAILY;UNTIL=20270314T073000Z',
    )
    expect(until(at('2027-03-08', '03:15'), at('2027-03-08', '04:15'), rule)).toBe(
      'RRULE:FREQ=DAILY;UNTIL=20270314T083000Z',
    )
  })

  test('that would fall into a gap comes behind it with the last one, or before it', () => {
    const [from, to] = [at('2027-03-09', '01:30'), at('2027-03-09', '02:30')]
    expect(until(from, to, 'RRULE:FREQ=DAILY;UNTIL=20270314T063000Z')).toBe(
      'RRULE:FREQ=DAILY;UNTIL=20270314T073000Z',
    )
    expect(until(from, to, 'RRULE:FREQ=DAILY;INTERVAL=2;UNTIL=20270314T063000Z')).toBe(
      'RRULE:FREQ=DAILY;INTERVAL=2;UNTIL=20270314T065959Z',
    )
  })
})
