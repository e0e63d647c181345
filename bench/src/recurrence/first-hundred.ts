import { bareLoop } from './bare-loop.js'
import type { Row } from './comparison.js'
import { rules } from './rules.js'

/** (b) The first hundred occurrences of eight rules. */
export const firstHundred: readonly Row[] = rules.map(({ name, text }) => ({
  name,
  text,
  ask: (rule) => rule.first(100),
  bare: (expected) => bareLoop(expected.length, expected[0] ?? 0),
}))
