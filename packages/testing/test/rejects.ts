import * as fc from 'fast-check'
import { expect } from 'vitest'

/** A fixed seed, so that a run says the same everywhere; `LAW_SEED` and `LAW_RUNS` hunt further. */
const SEED = Number(process.env['LAW_SEED'] ?? 8984)
const TIMES = Number(process.env['LAW_RUNS'] ?? 1)

/** The law finds no counterexample. */
export const holds = async <T>(law: fc.IRawProperty<T>, numRuns = 100): Promise<void> => {
  await fc.assert(law, { seed: SEED, numRuns: Math.ceil(numRuns * TIMES) })
}

/** The law finds a counterexample. */
export const rejects = async <T>(law: fc.IRawProperty<T>, numRuns = 100): Promise<void> => {
  const details = await fc.check(law, { seed: SEED, numRuns, endOnFailure: true })
  expect(details).toMatchObject({ failed: true, interrupted: false })
  expect(details.counterexample).not.toBeNull()
}
