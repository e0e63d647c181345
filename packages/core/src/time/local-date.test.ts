import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, LocalDate, daysOfLocalDate, localDateOfDays } from './local-date.js'

const localDate = () => fc.integer({ min: -719_162, max: 2_932_896 }).map(localDateOfDays)

describe('LocalDate', () => {
  test.each(['2027-03-08', '0001-01-01', '9999-12-31', '2024-02-29', '2000-02-29'])(
    'accepts %s',
    (text) => {
      expect(LocalDate.is(text)).toBe(true)
    },
  )

  test.each([
    '',
    '2027-02-29',
    '1900-02-29',
    '2027-02-30',
    '2027-04-31',
    '2027-13-01',
    '2027-00-10',
    '2027-01-00',
    '0000-12-31',
    '10000-01-01',
    '-001-01-01',
    '2027-3-8',
    '20270308',
    '2027-03-08 ',
    '2027-03-08\n',
    '2027-03-08T00:00:00',
    '٢٠٢٧-٠٣-٠٨',
  ])('rejects %j', (text) => {
    expect(LocalDate.is(text)).toBe(false)
  })

  test('every date comes back from its day, and is one', () => {
    fc.assert(
      fc.property(localDate(), (date) => {
        expect(LocalDate.is(date)).toBe(true)
        expect(localDateOfDays(daysOfLocalDate(date))).toBe(date)
      }),
    )
  })

  test('sorting the strings sorts the days', () => {
    fc.assert(
      fc.property(localDate(), localDate(), (a, b) => {
        expect(a < b).toBe(daysOfLocalDate(a) < daysOfLocalDate(b))
      }),
    )
  })
})

describe('addDays', () => {
  const date = localDateOfDays(daysOfLocalDate(localDateOfDays(20_000)))

  test('crosses months, leap days and years', () => {
    expect(date).toBe('2024-10-04')
    expect(addDays(date, 28)).toBe('2024-11-01')
    expect(addDays(date, -218)).toBe('2024-02-29')
    expect(addDays(date, 365)).toBe('2025-10-04')
  })

  test('stays within the first and the last date', () => {
    expect(addDays(date, 1e9)).toBe('9999-12-31')
    expect(addDays(date, -1e9)).toBe('0001-01-01')
  })
})
