import * as fc from 'fast-check'
import type { Rule } from '../laws/index.js'

/** Declares one test: `test` of any runner does. */
export type DeclareTest = (name: string, run: () => Promise<void>) => unknown

/** How hard a suite tries. */
export interface Effort {
  /** On how many samples a law is tried at most; some say themselves that fewer will do. Default 30. */
  readonly runs?: number
  /** Of the samples: the same seed, the same samples. Default 8984. */
  readonly seed?: number
}

/** What every suite is given. */
export interface SuiteOptions<S, C extends string> extends Effort {
  readonly test: DeclareTest
  /** Makes a fresh subject, once for each sample. */
  readonly make: S
  /** What the subject can do. False skips the rules that need it; nothing else does. */
  readonly supports: Readonly<Record<C, boolean>>
}

/** Declares a test for every rule that the subject can be asked, by `NUMBER: sentence`. */
export const declareRules = <S, C extends string>(
  rules: readonly Rule<S, C>[],
  { test, make, supports, runs = 30, seed = 8984 }: SuiteOptions<S, C>,
): void => {
  for (const { title, needs, law, runs: own = runs } of rules) {
    if (needs !== undefined && !supports[needs]) continue
    test(named(title), async () => {
      await fc.assert(law(make), { numRuns: Math.min(own, runs), seed })
    })
  }
}

/** `STORE-003 has a log without gaps` as `STORE-003: has a log without gaps`. */
const named = (title: string): string => title.replace(' ', ': ')
