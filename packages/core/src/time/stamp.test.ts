import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MAX_INSTANT, MIN_INSTANT } from './instant.js'
import { formatInstantUtc, parseStamp, roundDown, roundUp } from './stamp.js'

const nine = Date.UTC(2027, 2, 8, 9)
const instant = () => fc.integer({ min: MIN_INSTANT, max: MAX_INSTANT })
const floor = (text: string) => E.toUnion(E.map(roundDown)(parseStamp(text)))
const ceiling = (text: string) => E.toUnion(E.map(roundUp)(parseStamp(text)))

describe('parseStamp', () => {
  test.each([
    ['2027-03-08T09:00:00Z', nine],
    ['2027-03-08t09:00:00z', nine],
    ['2027-03-08T09:00Z', nine],
    ['2027-03-08T09:00:01Z', nine + 1000],
    ['2027-03-08T09:00:00-05:00', nine + 5 * 3_600_000],
    ['2027-03-08T09:00:00+05:45', nine - 5.75 * 3_600_000],
    ['2027-03-08T09:00:00+0545', nine - 5.75 * 3_600_000],
    ['2027-03-08T09:00-05', nine + 5 * 3_600_000],
    ['2027-03-08T09:00:00-00:00', nine],
    ['2027-03-08T09:00:00+23:59', nine - 86_340_000],
    ['2027-03-08T09:00:00.5Z', nine + 500],
    ['2027-03-08T09:00:00,25Z', nine + 250],
    ['2027-03-08T09:00:00.007Z', nine + 7],
    ['0001-01-01T00:00:00Z', MIN_INSTANT],
    ['0000-12-31T23:00:00-01:00', MIN_INSTANT],
    ['9999-12-31T23:59:59.999Z', MAX_INSTANT],
    ['9999-12-31T23:59:59.999000Z', MAX_INSTANT],
  ])('%s is %d', (text, ms) => {
    expect(parseStamp(text)).toEqual(E.right({ floorMs: ms, exact: true }))
  })

  test.each([
    ['Malformed', ''],
    ['Malformed', 'Z'],
    ['Malformed', '2027-03-08'],
    ['Malformed', '2027-03-08T09Z'],
    ['Malformed', '2027-03-08 09:00:00Z'],
    ['Malformed', ' 2027-03-08T09:00:00Z'],
    ['Malformed', '2027-03-08T09:00:00Z\n'],
    ['Malformed', '2027-03-08T09:00:00.Z'],
    ['Malformed', '2027-03-08T09:00.5Z'],
    ['Malformed', '2027-03-08T09:00:00+5'],
    ['Malformed', '2027-03-08T09:00:00+05:0'],
    ['Malformed', '2027-03-08T09:00:00\u221205:00'],
    ['Malformed', '+12027-03-08T09:00:00Z'],
    ['Malformed', '20270308T090000Z'],
    ['Malformed', 'Mon, 08 Mar 2027 09:00:00 GMT'],
    ['Malformed', '1804496400000'],
    ['NoOffset', '2027-03-08T09:00:00'],
    ['NoOffset', '2027-03-08T09:00'],
    ['NoOffset', '2027-03-08T09:00:00.5'],
    ['OutOfRange', '2027-02-29T09:00:00Z'],
    ['OutOfRange', '2027-00-10T09:00:00Z'],
    ['OutOfRange', '2027-13-10T09:00:00Z'],
    ['OutOfRange', '2027-01-00T09:00:00Z'],
    ['OutOfRange', '2027-03-08T24:00:00Z'],
    ['OutOfRange', '2027-03-08T23:60:00Z'],
    ['OutOfRange', '2016-12-31T23:59:60Z'],
    ['OutOfRange', '2027-03-08T09:00:00+24:00'],
    ['OutOfRange', '2027-03-08T09:00:00-05:60'],
    ['OutOfRange', '0000-12-31T23:59:59.999Z'],
    ['OutOfRange', '0001-01-01T00:00:00+00:01'],
    ['OutOfRange', '9999-12-31T23:59:59-00:01'],
    ['OutOfRange', '9999-12-31T23:59:59.9991Z'],
  ])('refuses as %s: %j', (type, text) => {
    expect(parseStamp(text)).toEqual(E.left({ type }))
  })

  test('refuses more than 64 characters unread', () => {
    const ofLength = (length: number) => `2027-03-08T09:00:00.${'0'.repeat(length - 21)}Z`
    expect(floor(ofLength(64))).toBe(nine)
    expect(parseStamp(ofLength(65))).toEqual(E.left({ type: 'Malformed' }))
    expect(parseStamp(ofLength(1_000_000))).toEqual(E.left({ type: 'Malformed' }))
  })

  test('a megabyte of digits costs no time', () => {
    const long = `2027-03-08T09:00:00.${'0'.repeat(1_000_000)}Z`
    const startedAt = performance.now()
    for (let i = 0; i < 20_000; i += 1) parseStamp(long)
    expect(performance.now() - startedAt).toBeLessThan(2000)
  })

  test('agrees with Date.parse wherever both read a stamp', () => {
    fc.assert(
      fc.property(instant(), fc.integer({ min: -1439, max: 1439 }), (ms, minutes) => {
        const size = Math.abs(minutes)
        const pad = (n: number) => `${n}`.padStart(2, '0')
        const offset = `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`
        const text = new Date(ms).toISOString().replace('Z', offset)
        const parsed = Date.parse(text)
        const isInRange = parsed >= MIN_INSTANT && parsed <= MAX_INSTANT
        expect(floor(text)).toEqual(isInRange ? parsed : { type: 'OutOfRange' })
      }),
    )
  })

  test('never throws, whatever the text', () => {
    const part = fc.constantFrom('2027', '-', '03', '08', 'T', '09', ':', '.', 'Z', '+', '99', '\0')
    const text = fc.oneof(
      fc.string(),
      fc.array(part).map((parts) => parts.join('')),
    )
    fc.assert(fc.property(text, (s) => typeof parseStamp(s)._tag === 'string'))
  })
})

describe('rounding', () => {
  test.each([
    ['2027-03-08T09:00:00.123Z', 123, 123],
    ['2027-03-08T09:00:00.1230Z', 123, 123],
    ['2027-03-08T09:00:00.1230000000000000000001Z', 123, 124],
    ['2027-03-08T09:00:00.9999Z', 999, 1000],
    ['2027-03-08T09:00:00.0001Z', 0, 1],
  ])('%s rounds down to %i and up to %i', (text, down, up) => {
    expect(floor(text)).toBe(nine + down)
    expect(ceiling(text)).toBe(nine + up)
  })

  test('rounds towards the past and the future before 1970 too', () => {
    expect(floor('1969-12-31T23:59:59.9995Z')).toBe(-1)
    expect(ceiling('1969-12-31T23:59:59.9995Z')).toBe(0)
  })

  test('rounding up never leaves the range', () => {
    expect(ceiling('9999-12-31T23:59:59.9989Z')).toBe(MAX_INSTANT)
  })
})

describe('formatInstantUtc', () => {
  test('prints a fraction only when it is not zero', () => {
    expect(formatInstantUtc(nine)).toBe('2027-03-08T09:00:00Z')
    expect(formatInstantUtc(nine + 123)).toBe('2027-03-08T09:00:00.123Z')
    expect(formatInstantUtc(nine + 500)).toBe('2027-03-08T09:00:00.500Z')
  })

  test('prints years in four digits', () => {
    expect(formatInstantUtc(MIN_INSTANT)).toBe('0001-01-01T00:00:00Z')
  })

  test('what it prints parses to the same instant, exactly', () => {
    fc.assert(
      fc.property(instant(), (ms) => {
        expect(parseStamp(formatInstantUtc(ms))).toEqual(E.right({ floorMs: ms, exact: true }))
      }),
    )
  })
})
