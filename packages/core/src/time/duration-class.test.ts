import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  durationClass,
  longestOfClass,
  MAX_DURATION_CLASS,
  shortestOfClass,
} from './duration-class.js'
import { MAX_INSTANT, MIN_INSTANT } from './instant.js'

const hour = 3_600_000
const classes = Array.from({ length: MAX_DURATION_CLASS + 1 }, (_, c) => c)

describe('durationClass', () => {
  test.each([
    [0, 0],
    [1, 0],
    [hour, 0],
    [hour + 1, 1],
    [2 * hour, 1],
    [2 * hour + 1, 2],
    [24 * hour, 5],
    [-1, 0],
    [Number.NaN, 0],
  ])('%d ms is of class %i', (durationMs, c) => {
    expect(durationClass(durationMs)).toBe(c)
  })

  test('each class holds its shortest and its longest, and no millisecond more', () => {
    for (const c of classes) {
      expect(durationClass(shortestOfClass(c))).toBe(c)
      expect(durationClass(longestOfClass(c))).toBe(c)
    }
    for (const c of classes.slice(1)) {
      expect(durationClass(shortestOfClass(c) - 1)).toBe(c - 1)
    }
  })

  test('every duration lies within its class', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MAX_INSTANT - MIN_INSTANT }), (durationMs) => {
        const c = durationClass(durationMs)
        expect(shortestOfClass(c)).toBeLessThanOrEqual(durationMs)
        expect(longestOfClass(c)).toBeGreaterThanOrEqual(durationMs)
      }),
    )
  })

  test('the last class is that of the longest event, and nothing is above it', () => {
    expect(durationClass(MAX_INSTANT - MIN_INSTANT)).toBe(MAX_DURATION_CLASS)
    expect(durationClass(Infinity)).toBe(MAX_DURATION_CLASS)
  })
})
