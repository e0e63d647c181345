import { expect, test } from 'vitest'
import { compareIn, compareKeys, reversed, type SortKey } from './order.js'

/** In the order of all listings. */
const rows: readonly SortKey[] = [
  { start: 1, uid: 'z', recurrenceId: 'z' },
  { start: 2, uid: 'A', recurrenceId: 'b' },
  { start: 2, uid: 'a', recurrenceId: '' },
  { start: 2, uid: 'a', recurrenceId: 'b' },
  { start: 2, uid: 'a', recurrenceId: 'c' },
  { start: 2, uid: 'ab', recurrenceId: '' },
  { start: 10, uid: 'a', recurrenceId: '' },
]

test('rows stand by start, then uid, then recurrence id, by code unit', () => {
  for (const [i, a] of rows.entries()) {
    for (const [j, b] of rows.entries()) {
      expect(Math.sign(compareKeys(a, b))).toBe(Math.sign(i - j))
      expect(Math.sign(compareIn('Ascending')(a, b))).toBe(Math.sign(i - j))
      expect(Math.sign(compareIn('Descending')(a, b))).toBe(Math.sign(j - i))
    }
  }
})

test('the reverse of either direction is the other', () => {
  expect([reversed('Ascending'), reversed('Descending')]).toEqual(['Descending', 'Ascending'])
})
