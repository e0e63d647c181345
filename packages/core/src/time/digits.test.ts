import { describe, expect, test } from 'vitest'
import { digitsAt, twoDigits } from './digits.js'

describe('digits', () => {
  test('reads as many digits as it is told, from where it is told', () => {
    expect(digitsAt('2027-03-08', 0, 4)).toBe(2027)
    expect(digitsAt('2027-03-08', 5, 2)).toBe(3)
  })

  test('no digits are zero', () => {
    expect(digitsAt('', 0, 0)).toBe(0)
  })

  test('writes two digits', () => {
    expect([0, 9, 10, 59].map(twoDigits)).toEqual(['00', '09', '10', '59'])
  })
})
