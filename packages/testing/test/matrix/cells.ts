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

/** In which run each law has caught a bug, by number; a law that did not is not there. */
export interface Caught {
  readonly bug: string
  readonly by: ReadonlyMap<string, number>
}

/** A kind with what its laws have caught. */
export interface Matrix extends Pick<Cells, 'name' | 'laws' | 'runs'> {
  readonly caught: readonly Caught[]
}

/** Every pair of a seeded bug and a law of a kind, to be tried one by one. */
export interface Cells {
  readonly name: string
  readonly laws: readonly { readonly title: string; readonly stands: string | null }[]
  readonly runs: number
  /** Each with the law that ships it. */
  readonly bugs: readonly { readonly name: string; readonly law: string }[]
  /**
   * On which sample the law catches the bug, or the right subject where there is none, of those it is tried on; null where it
   * does not. The same each time.
   */
  readonly attempt: (bug: string | null, law: string, atMost?: number) => Promise<number | null>
}

/** `STORE-003 has a log without gaps` is STORE-003. */
export const numberOf = (title: string): string => title.split(' ')[0] ?? title

const SEED = 8984

/** The pairs of a kind. */
export const cellsOf = <S>({ name, laws, subject, runs }: Kind<S>): Cells => {
  const bugs = new Map<string, Bug<S>>()
  for (const { title, faults } of laws) {
    for (const [bug, spoil] of Object.entries(faults)) {
      if (!bugs.has(bug)) bugs.set(bug, { law: numberOf(title), spoil })
    }
  }
  const unspoiled: Bug<S> = { law: '', spoil: (right) => right }
  const byNumber = new Map(laws.map((law) => [numberOf(law.title), law]))
  return {
    name,
    laws: laws.map(({ title, stands = null }) => ({ title, stands })),
    runs,
    bugs: [...bugs].map(([bug, { law }]) => ({ name: bug, law })),
    attempt: async (bug, number, atMost = runs) => {
      const [seeded, rule] = [bug === null ? unspoiled : bugs.get(bug), byNumber.get(number)]
      if (seeded === undefined || rule === undefined) throw new Error(`${bug}, ${number}?`)
      const numRuns = Math.min(rule.runs ?? runs, runs, atMost)
      const options = { seed: SEED, numRuns, endOnFailure: true }
      const details = await fc.check(rule.law(seeded.spoil(subject)), options)
      return details.failed ? details.numRuns : null
    },
  }
}

interface Bug<S> {
  readonly law: string
  readonly spoil: (subject: S) => S
}

/** Tries every pair. */
export const matrixOf = async ({ attempt, bugs, ...kind }: Cells): Promise<Matrix> => {
  const caught: Caught[] = []
  for (const { name: bug } of bugs) {
    const by = new Map<string, number>()
    for (const { title } of kind.laws) {
      const sample = await attempt(bug, numberOf(title))
      if (sample !== null) by.set(numberOf(title), sample)
    }
    caught.push({ bug, by })
  }
  return { ...kind, caught }
}
