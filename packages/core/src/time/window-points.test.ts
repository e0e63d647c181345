import { expect, test } from 'vitest'
import { MAX_INSTANT } from './instant.js'
import { closeWindow, holds, overlapping } from './window.js'

test('holds: what has no length is in from the beginning of the window to before its end', () => {
  const window = closeWindow(overlapping(10, 20))
  expect([9, 10, 19, 20].map((at) => holds(window, at, at))).toEqual([false, true, true, false])
})

test('holds: the rule of what has no length is for nothing else', () => {
  const window = closeWindow({ endFrom: { at: 20, closed: true }, points: 10 })
  expect(holds(window, 12, 15)).toBe(false)
  expect(holds(window, 12, 12)).toBe(true)
  expect(holds(window, 9, 9)).toBe(false)
})

test('holds: without that rule, an end is an end', () => {
  const window = closeWindow({ endFrom: { at: MAX_INSTANT, closed: true } })
  expect(holds(window, MAX_INSTANT - 1, MAX_INSTANT - 1)).toBe(false)
})
