import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { expandICalendar } from './expand-icalendar.js'

const expanded = (lines: readonly string[]) => {
  const found = expandICalendar(lines.join('\r\n'), { mode: 'strict' })
  return E.isRight(found) ? found.right : found.left
}

describe('the time zone of the process', () => {
  test.each(['UTC', 'America/Los_Angeles', 'Asia/Kathmandu'])('%s changes nothing', (timeZone) => {
    const before = process.env['TZ']
    process.env['TZ'] = timeZone
    try {
      const lines = ['DTSTART;TZID=Europe/Berlin:20270327T023000', 'RRULE:FREQ=DAILY;COUNT=3']
      expect(new Date(Date.UTC(2027, 0, 1)).getHours()).toBe(
        { UTC: 0, 'America/Los_Angeles': 16, 'Asia/Kathmandu': 5 }[timeZone],
      )
      expect(expanded(lines)).toMatchObject([
        { utc: '2027-03-27T01:30:00Z' },
        { utc: '2027-03-28T01:30:00Z' },
        { utc: '2027-03-29T00:30:00Z' },
      ])
      expect(expanded(['DTSTART:20270327T023000'])).toEqual([
        { local: '2027-03-27T02:30:00', utc: null },
      ])
    } finally {
      if (before === undefined) delete process.env['TZ']
      else process.env['TZ'] = before
    }
  })
})
