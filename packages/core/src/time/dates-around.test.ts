import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayStartOf, firstDateFrom, lastDateTo } from './dates-around.js'
import { MAX_INSTANT, MIN_INSTANT } from './instant.js'
import { TimeZoneId } from './time-zone-id.js'
import { DAY_MS } from './units.js'
import { zoneOf } from './zone.js'

const zone = (id: string) => {
  const decoded = TimeZoneId.decode(id)
  if (E.isLeft(decoded)) throw new Error(id)
  return zoneOf(decoded.right)
}

const zones = [
  'UTC',
  'America/New_York',
  'Pacific/Apia',
  'Asia/Kathmandu',
  'America/Sao_Paulo',
].map(zone)

describe('firstDateFrom, lastDateTo', () => {
  test('are the nearest days that begin at or after, and at or before', () => {
    const instant = fc.integer({ min: Date.UTC(2011, 0, 1), max: Date.UTC(2012, 0, 31) })
    const dayBorder = fc.integer({ min: 15_000, max: 15_400 }).map((days) => days * DAY_MS)
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.oneof(instant, dayBorder), (z, at) => {
        const first = firstDateFrom(z, at)
        expect(dayStartOf(z, first)).toBeGreaterThanOrEqual(at)
        expect(dayStartOf(z, first - DAY_MS)).toBeLessThan(at)
        const last = lastDateTo(z, at)
        expect(dayStartOf(z, last)).toBeLessThanOrEqual(at)
        expect(dayStartOf(z, last + DAY_MS)).toBeGreaterThan(at)
      }),
    )
  })

  test('a day that the zone skipped begins together with the next one', () => {
    const apia = zone('Pacific/Apia')
    const skipped = Date.UTC(2011, 11, 30)
    const start = dayStartOf(apia, skipped)
    expect(firstDateFrom(apia, start)).toBe(skipped)
    expect(lastDateTo(apia, start)).toBe(skipped + DAY_MS)
  })
})

test('at the ends of time, and within four days of them, an instant is its own date', () => {
  const apia = zone('Pacific/Apia')
  const noon = DAY_MS / 2
  const near = [MIN_INSTANT, MIN_INSTANT + 4 * DAY_MS, MAX_INSTANT - 4 * DAY_MS, MAX_INSTANT]
  for (const instant of near) {
    expect([firstDateFrom(apia, instant), lastDateTo(apia, instant)]).toEqual([instant, instant])
  }
  for (const instant of [MIN_INSTANT + 5 * DAY_MS + noon, MAX_INSTANT - 5 * DAY_MS - noon]) {
    expect(firstDateFrom(apia, instant)).not.toBe(instant)
    expect(lastDateTo(apia, instant)).not.toBe(instant)
  }
})
