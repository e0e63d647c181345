import { bareLoop } from './bare-loop.js'
import type { Row } from './comparison.js'
import { farRules } from './rules.js'
import { windowBetween } from './zone.js'

/** (c) One month, years after the start. */
export const farWindows: readonly Row[] = farRules.map(({ name, text, years }) => {
  const month = windowBetween(Date.UTC(2024 + years, 2, 1), Date.UTC(2024 + years, 3, 1))
  return {
    name,
    text,
    ask: (rule) => rule.between(month),
    bare: (expected) => bareLoop(expected.length, expected[0] ?? 0),
  }
})

const afterTwentyYears = windowBetween(Date.UTC(2044, 5, 15, 12), Date.UTC(2044, 5, 16))

/** (d) The next one after a noon twenty years on. */
export const nextAfter: readonly Row[] = farRules.slice(0, 1).map(({ text }) => ({
  name: 'DAILY, next +20y',
  text,
  ask: (rule) => rule.next(afterTwentyYears),
}))
