import { describe, expect, test } from 'vitest'
import { newYork, timeOf } from '../../test/event/series.js'
import { date, NEW_YORK, zoneId } from '../../test/series.js'
import { UTC } from '../time/index.js'
import { alongside } from './alongside.js'
import type { EventTime } from './event-time.js'
import { shiftedTime } from './shifted-time.js'

const day = (start: string, end: string, timeZone: EventTime['timeZone'] = null): EventTime => ({
  ...{ type: 'AllDay', start: date(start), end: date(end) },
  timeZone,
})
const berlin = zoneId('Europe/Berlin')
const inBerlin = (start: string, end: string) => timeOf({ start, end, timeZone: 'Europe/Berlin' })
const HOURS = 3600

describe('shiftedTime', () => {
  test('a time moves as far on the clock, over the night when it changes', () => {
    const saturday = newYork('2027-03-13T09:00', '2027-03-13T10:00')
    const shift = { shiftSeconds: 24 * HOURS, from: NEW_YORK, to: NEW_YORK }
    expect(shiftedTime(saturday, shift)).toEqual(newYork('2027-03-14T09:00', '2027-03-14T10:00'))
  })

  test('its zone follows that of the series where it was the same, and is its own otherwise', () => {
    const shift = { shiftSeconds: 2 * HOURS, from: NEW_YORK, to: berlin }
    const theirs = newYork('2027-03-08T09:00', '2027-03-08T10:00')
    expect(shiftedTime(theirs, shift)).toEqual(inBerlin('2027-03-08T11:00', '2027-03-08T12:00'))
    const own = timeOf({ start: '2027-03-08T09:00:00Z', end: '2027-03-08T10:00:00Z' })
    expect(shiftedTime(own, shift)).toEqual(
      timeOf({ start: '2027-03-08T11:00:00Z', end: '2027-03-08T12:00:00Z' }),
    )
  })

  test('a time without a zone to follow is read in UTC', () => {
    const shift = { shiftSeconds: 0, from: NEW_YORK, to: null }
    const theirs = newYork('2027-03-08T09:00', '2027-03-08T10:00')
    expect(shiftedTime(theirs, shift)).toMatchObject({
      timeZone: UTC,
      start: Date.UTC(2027, 2, 8, 9),
    })
  })

  test('days move by whole days, the nearest', () => {
    const shifted = (hours: number) =>
      shiftedTime(day('2027-03-08', '2027-03-10'), {
        ...{ shiftSeconds: hours * HOURS, from: NEW_YORK, to: berlin },
      })
    expect(shifted(24)).toEqual(day('2027-03-09', '2027-03-11'))
    expect(shifted(-47)).toEqual(day('2027-03-06', '2027-03-08'))
    expect(shifted(5)).toEqual(day('2027-03-08', '2027-03-10'))
    const zoned = day('2027-03-08', '2027-03-10', NEW_YORK)
    expect(shiftedTime(zoned, { shiftSeconds: 0, from: NEW_YORK, to: berlin })).toEqual(
      day('2027-03-08', '2027-03-10', berlin),
    )
  })
})

describe('alongside', () => {
  const nine = newYork('2027-03-08T09:00', '2027-03-08T10:00')
  const later = newYork('2027-03-15T09:00', '2027-03-15T10:00')

  test('what stays leaves it, and it goes where its like goes', () => {
    expect(alongside(nine, later, later)).toBe(nine)
    expect(alongside(nine, nine, later)).toBe(later)
  })

  test('it moves as far on the clock and lasts as long as that', () => {
    const moved = newYork('2027-03-15T11:00', '2027-03-15T14:00')
    expect(alongside(nine, later, moved)).toEqual(newYork('2027-03-08T11:00', '2027-03-08T14:00'))
    const inZone = inBerlin('2027-03-16T08:00', '2027-03-16T09:00')
    expect(alongside(nine, later, inZone)).toEqual(inBerlin('2027-03-09T08:00', '2027-03-09T09:00'))
  })

  test('to whole days it goes by days', () => {
    expect(alongside(nine, later, day('2027-03-17', '2027-03-19'))).toEqual(
      day('2027-03-10', '2027-03-12'),
    )
    const late = newYork('2027-03-15T23:00', '2027-03-15T23:30')
    expect(alongside(nine, late, day('2027-03-16', '2027-03-17'))).toEqual(
      day('2027-03-09', '2027-03-10'),
    )
  })
})
