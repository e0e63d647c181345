import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { legacyTimeZones } from '../../test/time/legacy-time-zones.js'
import { TimeZoneId, UTC } from './time-zone-id.js'

const decoded = (u: unknown) => E.toUnion(E.mapLeft(() => null)(TimeZoneId.decode(u)))

describe('TimeZoneId', () => {
  test('accepts every zone Intl lists, and UTC', () => {
    const ids = [...Intl.supportedValuesOf('timeZone'), UTC]
    expect(ids.filter((id) => decoded(id) !== id)).toEqual([])
  })

  test.each([
    'US/Eastern',
    'Asia/Kolkata',
    'Asia/Calcutta',
    'Europe/Kyiv',
    'Europe/Kiev',
    'America/Argentina/Buenos_Aires',
    'Etc/GMT+5',
    'GMT',
    'EST5EDT',
    'W-SU',
    'GB-Eire',
    'NZ-CHAT',
    'Etc/UTC',
    'Zulu',
  ])('keeps the given name %s', (id) => {
    expect(decoded(id)).toBe(id)
    expect(TimeZoneId.is(id)).toBe(true)
  })

  test.each([
    ['america/new_york', 'America/New_York'],
    ['AMERICA/PORT-AU-PRINCE', 'America/Port-au-Prince'],
    ['asia/kolkata', 'Asia/Kolkata'],
    ['us/eastern', 'US/Eastern'],
    ['ANTARCTICA/DUMONTDURVILLE', 'Antarctica/DumontDUrville'],
    ['utc', 'UTC'],
    ['etc/gmt+5', 'Etc/GMT+5'],
  ])('decodes %s as %s, which alone is one', (given, id) => {
    expect(decoded(given)).toBe(id)
    expect(TimeZoneId.is(given)).toBe(false)
  })

  test.each([
    '',
    '+05:00',
    '-0500',
    'GMT+5',
    'UTC+5',
    'EST5',
    'PST8PDT,M3.2.0,M11.1.0',
    '<+05>-5',
    'PST',
    'IST',
    'Etc/Unknown',
    'Etc/GMT+13',
    'Factory',
    'SystemV/EST5',
    'localtime',
    'posixrules',
    'posix/America/New_York',
    '../America/New_York',
    'America/New_York ',
    ' UTC',
    'America/New York',
    'America/Nowhere',
    'Europe',
    '__proto__',
    'constructor',
    'toString',
    'Asia/\u212Aolkata',
    'Z',
    'A'.repeat(1_000_000),
    null,
    undefined,
    5,
    ['UTC'],
    { toString: () => 'UTC' },
  ])('rejects %s', (given) => {
    expect(decoded(given)).toBeNull()
    expect(TimeZoneId.is(given)).toBe(false)
  })

  test('a megabyte of letters costs no time', () => {
    const long = 'A'.repeat(1_000_000)
    const startedAt = performance.now()
    for (let i = 0; i < 20_000; i += 1) TimeZoneId.decode(long)
    expect(performance.now() - startedAt).toBeLessThan(2000)
  })

  test('encodes as the name itself', () => {
    expect(TimeZoneId.encode(UTC)).toBe('UTC')
  })
})

describe('legacyTimeZones', () => {
  test('each name is written once', () => {
    expect(new Set(legacyTimeZones.map((id) => id.toLowerCase())).size).toBe(legacyTimeZones.length)
  })

  test('Intl knows every one of them here', () => {
    expect(legacyTimeZones.filter((id) => decoded(id) !== id)).toEqual([])
  })
})
