import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MAX_INSTANT, MIN_INSTANT } from './instant.js'
import { LocalDateTime, localDateTimeOfMs, localMsOf } from './local-date-time.js'

const localMs = () =>
  fc.oneof(
    fc.integer({ min: MIN_INSTANT, max: MAX_INSTANT }),
    fc.integer({ min: MIN_INSTANT / 1000, max: 253_402_300_799 }).map((s) => s * 1000),
  )

describe('LocalDateTime', () => {
  test.each([
    '2027-03-08T09:00:00',
    '2027-03-08T09:00:00.1',
    '2027-03-08T09:00:00.12',
    '2027-03-08T09:00:00.123',
    '2027-03-08T09:00:00.500',
    '0001-01-01T00:00:00',
    '9999-12-31T23:59:59.999',
    '2024-02-29T23:59:59',
  ])('accepts %s', (text) => {
    expect(LocalDateTime.is(text)).toBe(true)
  })

  test.each([
    '',
    '2027-03-08',
    '2027-03-08T09:00',
    '2027-03-08T24:00:00',
    '2027-03-08T23:60:00',
    '2027-03-08T23:59:60',
    '2027-02-30T09:00:00',
    '0000-01-01T00:00:00',
    '2027-03-08T09:00:00.',
    '2027-03-08T09:00:00,5',
    '2027-03-08T09:00:00.1234',
    '2027-03-08T09:00:00Z',
    '2027-03-08T09:00:00-05:00',
    '2027-03-08t09:00:00',
    '2027-03-08 09:00:00',
    '2027-03-08T09:00:00\n',
  ])('rejects %j', (text) => {
    expect(LocalDateTime.is(text)).toBe(false)
  })

  test('every reading comes back from its milliseconds, and is one', () => {
    fc.assert(
      fc.property(localMs(), (ms) => {
        const reading = localDateTimeOfMs(ms)
        expect(LocalDateTime.is(reading)).toBe(true)
        expect(localMsOf(reading)).toBe(ms)
        expect(reading.slice(0, 19)).toBe(new Date(ms).toISOString().slice(0, 19))
      }),
    )
  })

  test('sorting the strings sorts the readings', () => {
    fc.assert(
      fc.property(localMs(), fc.constantFrom(0, 1, 10, 100, 500, 999), (ms, later) => {
        const other = Math.min(ms + later, MAX_INSTANT)
        expect(localDateTimeOfMs(ms) < localDateTimeOfMs(other)).toBe(ms < other)
      }),
    )
  })

  test('a fraction is in the thousandths it says', () => {
    const fractions = ['.5', '.50', '.500', '.05', '.005', '.123', '.000']
    const ms = fractions.map((fraction) => {
      const reading = `1970-01-01T00:00:00${fraction}`
      return LocalDateTime.is(reading) ? localMsOf(reading) : null
    })
    expect(ms).toEqual([500, 500, 500, 50, 5, 123, 0])
  })

  test('a fraction is printed in three digits, only when it is not zero', () => {
    expect([0, 500, 50, 5, 123, -1].map(localDateTimeOfMs)).toEqual([
      '1970-01-01T00:00:00',
      '1970-01-01T00:00:00.500',
      '1970-01-01T00:00:00.050',
      '1970-01-01T00:00:00.005',
      '1970-01-01T00:00:00.123',
      '1969-12-31T23:59:59.999',
    ])
  })

  test('readings stay within the years 0001 to 9999', () => {
    expect(localDateTimeOfMs(MAX_INSTANT + 1)).toBe('9999-12-31T23:59:59.999')
    expect(localDateTimeOfMs(-Infinity)).toBe('0001-01-01T00:00:00')
  })
})
