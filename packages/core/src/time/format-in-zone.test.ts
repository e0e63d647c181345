import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatInZone } from './format-in-zone.js'
import { MAX_INSTANT, MIN_INSTANT } from './instant.js'
import { parseStamp } from './stamp.js'
import { TimeZoneId } from './time-zone-id.js'
import { zoneOf } from './zone.js'

const formatted = (instant: number, name: string) => {
  const id = TimeZoneId.decode(name)
  if (E.isLeft(id)) throw new Error(name)
  return formatInZone(instant, zoneOf(id.right))
}

describe('formatInZone', () => {
  test.each([
    ['2024-03-08T14:00:00Z', 'America/New_York', '2024-03-08T09:00:00-05:00'],
    ['2024-07-08T14:00:00.250Z', 'America/New_York', '2024-07-08T10:00:00.250-04:00'],
    ['2024-03-08T14:00:00Z', 'Asia/Kathmandu', '2024-03-08T19:45:00+05:45'],
    ['2024-03-08T14:00:00Z', 'America/St_Johns', '2024-03-08T10:30:00-03:30'],
    ['2024-03-08T14:00:00Z', 'Europe/London', '2024-03-08T14:00:00+00:00'],
    ['2024-03-08T14:00:00Z', 'GMT', '2024-03-08T14:00:00+00:00'],
    ['2024-03-08T14:00:00Z', 'UTC', '2024-03-08T14:00:00Z'],
    ['2024-03-08T14:00:00Z', 'etc/utc', '2024-03-08T14:00:00Z'],
    ['2024-03-08T14:00:00.007Z', 'Zulu', '2024-03-08T14:00:00.007Z'],
    ['2024-11-03T05:30:00Z', 'America/New_York', '2024-11-03T01:30:00-04:00'],
    ['2024-11-03T06:30:00Z', 'America/New_York', '2024-11-03T01:30:00-05:00'],
  ])('%s in %s is %s', (instant, id, text) => {
    expect(formatted(Date.parse(instant), id)).toBe(text)
  })

  test('an offset with seconds is rounded, and the reading follows it', () => {
    expect(formatted(Date.parse('1850-01-01T00:00:00Z'), 'America/New_York')).toBe(
      '1849-12-31T19:04:00-04:56',
    )
    expect(formatted(Date.parse('1971-06-01T12:00:00Z'), 'Africa/Monrovia')).toMatch(
      /^1971-06-01T11:1[56]:00-00:4[45]$/,
    )
  })

  test('a reading beyond the years 0001 to 9999 is printed in UTC', () => {
    expect(formatted(MAX_INSTANT, 'Asia/Tokyo')).toBe('9999-12-31T23:59:59.999Z')
    expect(formatted(MIN_INSTANT, 'America/New_York')).toBe('0001-01-01T00:00:00Z')
    expect(formatted(MIN_INSTANT, 'Etc/GMT-1')).toBe('0001-01-01T01:00:00+01:00')
  })

  test('what it prints names the same instant', () => {
    const id = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
    const instant = fc.oneof(
      fc.integer({ min: MIN_INSTANT, max: MAX_INSTANT }),
      fc.integer({ min: -3e12, max: 3e12 }),
      fc.constantFrom(MIN_INSTANT, MAX_INSTANT),
    )
    fc.assert(
      fc.property(id, instant, (name, ms) => {
        expect(parseStamp(formatted(ms, name))).toEqual(E.right({ floorMs: ms, exact: true }))
      }),
      { numRuns: 500 },
    )
  })
})
