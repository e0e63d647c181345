import * as E from 'fp-ts/lib/Either.js'
import { expect, test } from 'vitest'
import type { Zone } from '../time/zone.js'
import { affectedByTzChange } from './affected-by-tz-change.js'
import { parseICalendarSet } from './icalendar-lines.js'
import { type OpenSet, openSet } from './open-set.js'

const opened = (text: string): OpenSet => {
  const parsed = parseICalendarSet(text, { mode: 'strict' })
  const open = E.isRight(parsed) ? openSet(parsed.right.set) : parsed
  if (E.isLeft(open)) throw new Error(JSON.stringify(open.left))
  return open.right
}

/** As if summer time were abolished at `atMs`. */
const withoutSummer = (zone: Zone, atMs: number): Zone => {
  const winterMs = 3_600_000
  const offsetMsAt = (ms: number) => (ms < atMs ? zone.offsetMsAt(ms) : winterMs)
  return {
    ...zone,
    offsetMsAt,
    localMsOf: (ms) => ms + offsetMsAt(ms),
    instantOf: (localMs) =>
      localMs - winterMs < atMs ? zone.instantOf(localMs) : localMs - winterMs,
    segmentAt: (ms) =>
      ms < atMs
        ? { ...zone.segmentAt(ms), endMs: Math.min(zone.segmentAt(ms).endMs, atMs) }
        : { startMs: atMs, endMs: Infinity, offsetMs: winterMs },
  }
}

test('lists the occurrences that other time zone data move', () => {
  const open = opened('DTSTART;TZID=Europe/Berlin:20270301T090000\r\nRRULE:FREQ=MONTHLY;COUNT=12')
  if (open.zone === null) throw new Error('a zone was given')
  const after = withoutSummer(open.zone, Date.UTC(2027, 0, 1))
  const window = { from: -Infinity, to: Date.UTC(2027, 5, 1) }
  expect(affectedByTzChange(open, { before: open.zone, after, ...window })).toEqual(
    E.right(
      [3, 4].map((month) => ({
        localSeconds: Date.UTC(2027, month, 1, 9) / 1000,
        beforeMs: Date.UTC(2027, month, 1, 7),
        afterMs: Date.UTC(2027, month, 1, 8),
      })),
    ),
  )
  expect(affectedByTzChange(open, { before: open.zone, after: open.zone, ...window })).toEqual(
    E.right([]),
  )
})

test('dates and floating times know no zone', () => {
  const open = opened('DTSTART;VALUE=DATE:20270301\r\nRRULE:FREQ=DAILY')
  const zoned = opened('DTSTART;TZID=Europe/Berlin:20270301T090000').zone
  if (zoned === null) throw new Error('a zone was given')
  const change = { before: zoned, after: withoutSummer(zoned, 0), from: -Infinity, to: Infinity }
  expect(affectedByTzChange(open, change)).toEqual(E.right([]))
})
