import * as fc from 'fast-check'
import type { Law } from '../../src/index.js'

/** A kind of subject, with a subject that is right. */
export interface Kind<S> {
  readonly name: string
  readonly laws: readonly Law<S, string>[]
  readonly subject: S
  /** Of a law that does not say itself. */
  readonly runs: number
}

/** A seeded bug, and the law that ships it. */
export interface Bug<S> {
  readonly name: string
  readonly law: string
  readonly spoil: (subject: S) => S
}

/** In which run each law has caught a bug, by number; a law that did not is not there. */
export interface Caught {
  readonly bug: string
  readonly law: string
  readonly by: ReadonlyMap<string, number>
}

/** A kind with all its bugs run through all its laws. */
export interface Matrix {
  readonly name: string
  readonly laws: readonly { readonly title: string; readonly stands: string | null }[]
  readonly runs: number
  readonly caught: readonly Caught[]
}

/** `STORE-003 has a log without gaps` is STORE-003. */
export const numberOf = (title: string): string => title.split(' ')[0] ?? title

const SEED = 8984

/** Runs every law on every bug of its kind. The same each time. */
export const matrixOf = async <S>({ name, laws, subject, runs }: Kind<S>): Promise<Matrix> => {
  const caught: Caught[] = []
  for (const { name: bug, law: ships, spoil } of bugsOf(laws)) {
    const by = new Map<string, number>()
    for (const { title, law, runs: own = runs } of laws) {
      const numRuns = Math.min(own, runs)
      const options = { seed: SEED, numRuns, endOnFailure: true }
      const details = await fc.check(law(spoil(subject)), options)
      if (details.failed) by.set(numberOf(title), details.numRuns)
    }
    caught.push({ bug, law: ships, by })
  }
  return {
    name,
    laws: laws.map(({ title, stands = null }) => ({ title, stands })),
    runs,
    caught,
  }
}

const bugsOf = <S>(laws: readonly Law<S, string>[]): readonly Bug<S>[] => {
  const bugs = new Map<string, Bug<S>>()
  for (const { title, faults } of laws) {
    for (const [name, spoil] of Object.entries(faults)) {
      if (!bugs.has(name)) bugs.set(name, { name, law: numberOf(title), spoil })
    }
  }
  return [...bugs.values()]
}
