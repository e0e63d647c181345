import { expect, test } from 'vitest'
import { backoffMs } from './backoff.js'

const bound = (failures: number) =>
  backoffMs({ baseMs: 100, maxMs: 1000, random: () => 0.9999 }, failures)

test('backoffMs: the bound doubles up to the longest', () => {
  expect([1, 2, 3, 4, 5, 2000].map(bound)).toEqual([99, 199, 399, 799, 999, 999])
})

test('backoffMs: the jitter is full, and no wait is none', () => {
  const halfway = { baseMs: 100, maxMs: 1000, random: () => 0.5 }
  expect(backoffMs(halfway, 3)).toBe(200)
  expect(backoffMs({ ...halfway, random: () => 0 }, 3)).toBe(1)
})
