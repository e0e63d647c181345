import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { civilFromDays, daysFromCivil, daysInMonth } from './civil.js'

const anyDay = () => fc.integer({ min: -5_000_000, max: 5_000_000 })

describe('civil', () => {
  test.each([
    [0, { year: 1970, month: 1, day: 1 }],
    [-1, { year: 1969, month: 12, day: 31 }],
    [-719_162, { year: 1, month: 1, day: 1 }],
    [11_016, { year: 2000, month: 2, day: 29 }],
    [11_017, { year: 2000, month: 3, day: 1 }],
    [2_932_896, { year: 9999, month: 12, day: 31 }],
  ])('day %i is %j', (days, date) => {
    expect(civilFromDays(days)).toEqual(date)
    expect(daysFromCivil(date.year, date.month, date.day)).toBe(days)
  })

  test('every day comes back from its date', () => {
    fc.assert(
      fc.property(anyDay(), (days) => {
        const { year, month, day } = civilFromDays(days)
        expect(daysFromCivil(year, month, day)).toBe(days)
      }),
    )
  })

  test('the days of a whole era follow one another', () => {
    let days = daysFromCivil(2000, 1, 1)
    for (let year = 2000; year < 2400; year += 1) {
      for (let month = 1; month <= 12; month += 1) {
        for (let day = 1; day <= daysInMonth(year, month); day += 1) {
          const date = civilFromDays(days)
          const isNext = date.year === year && date.month === month && date.day === day
          if (!isNext) expect.fail(`day ${days} is not ${year}-${month}-${day}`)
          days += 1
        }
      }
    }
  })

  test('the dates are those of Date in UTC', () => {
    fc.assert(
      fc.property(anyDay(), (days) => {
        const date = new Date(days * 86_400_000)
        expect(civilFromDays(days)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        })
      }),
    )
  })

  test('a month ends the day before the next one begins', () => {
    for (let year = 1; year <= 800; year += 1) {
      for (let month = 1; month <= 12; month += 1) {
        const length = daysFromCivil(year, month + 1, 1) - daysFromCivil(year, month, 1)
        const december = daysFromCivil(year + 1, 1, 1) - daysFromCivil(year, 12, 1)
        expect(daysInMonth(year, month)).toBe(month === 12 ? december : length)
      }
    }
  })

  test('a month that does not exist has no days', () => {
    expect([0, 13, -1, 1.5, Number.NaN].map((month) => daysInMonth(2027, month))).toEqual([
      0, 0, 0, 0, 0,
    ])
  })
})
