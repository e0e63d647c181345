import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Library } from './library.js'
import { mixedRules, ruleFrom } from './rules.js'

/** What a library keeps, in bytes: for one parsed rule, and for one occurrence of its own form. */
export interface Kept {
  readonly name: string
  readonly rule: number
  readonly occurrence: number
}

const OCCURRENCES = 1000

/** (e) The heap before and after, by the number of things kept. Native memory does not show. */
export const memory = (libraries: readonly Library[]): readonly Kept[] =>
  libraries.map((library) => {
    const texts = mixedRules()
    const daily = library.open(ruleFrom('20240101', 'FREQ=DAILY'))
    return {
      name: library.name,
      rule: bytesKept(() => texts.map(library.open)) / texts.length,
      occurrence:
        bytesKept(() => Array.from({ length: 20 }, () => daily.first(OCCURRENCES))) /
        (20 * OCCURRENCES),
    }
  })

const bytesKept = (make: () => readonly unknown[]): number => {
  make() // what a library learns once does not count
  const before = used()
  const kept = make()
  const after = used()
  return kept.length === 0 ? Number.NaN : after - before
}

const used = (): number => {
  collectGarbage()
  collectGarbage()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void
