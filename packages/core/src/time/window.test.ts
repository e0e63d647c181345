import { describe, expect, test } from 'vitest'
import { MAX_INSTANT, MIN_INSTANT } from './instant.js'
import type { Window } from './window.js'
import { closeWindow, containedIn, everything, holds, overlapping } from './window.js'

const salesloft: Window = { endFrom: { at: 10, closed: true }, startTo: { at: 20, closed: false } }
const flip: Window = { startFrom: { at: 10, closed: true }, startTo: { at: 20, closed: true } }

/** The boundary table: interval, Salesloft, overlap, containment, start within. */
const TABLE = [
  [[5, 10], true, false, false, false],
  [[10, 10], true, true, true, true],
  [[15, 15], true, true, true, true],
  [[20, 20], false, false, true, true],
  [[20, 25], false, false, false, true],
  [[10, 20], true, true, true, true],
  [[5, 25], true, true, false, false],
  [[19, 20], true, true, true, true],
] as const

describe('holds', () => {
  test.each(TABLE)('[%j) is judged as the boundary table says', (interval, ...expected) => {
    const judged = [salesloft, overlapping(10, 20), containedIn(10, 20), flip].map((window) =>
      holds(closeWindow(window), interval[0], interval[1]),
    )
    expect(judged).toEqual(expected)
  })

  test('a window without bounds holds all of time', () => {
    expect(holds(closeWindow(everything), MIN_INSTANT, MAX_INSTANT)).toBe(true)
  })

  test('an open bound on the end excludes what ends there', () => {
    const after = closeWindow({ endFrom: { at: 10, closed: false } })
    expect([holds(after, 5, 10), holds(after, 5, 11)]).toEqual([false, true])
    const before = closeWindow({ endTo: { at: 10, closed: false } })
    expect([holds(before, 5, 10), holds(before, 5, 9)]).toEqual([false, true])
  })
})
