import { expect, test } from 'vitest'
import { isLongerThan } from './limits.js'

test.each([
  ['', 0, false],
  ['a', 0, true],
  ['ab', 2, false],
  ['abc', 2, true],
  ['\u{1F600}\u{1F600}', 2, false],
  ['\u{1F600}\u{1F600}a', 2, true],
])('isLongerThan: %j over %i: %s', (text, limit, over) => {
  expect(isLongerThan(text, limit)).toBe(over)
})
