import { describe, test } from 'vitest'
import type { Law } from '../src/index.js'
import { holds, rejects } from './rejects.js'

/** Runs every law on every subject, and each law's faults on the first. */
export const suite = <S>(laws: readonly Law<S>[], subjects: Subjects<S>, numRuns = 100): void => {
  describe.for(laws.map((law) => [law.title, law] as const))(
    '%s',
    ([, { law, faults, runs = numRuns }]) => {
      for (const [name, subject] of Object.entries(subjects)) {
        test(name, () => holds(law(subject), runs))
      }
      const [first] = Object.values(subjects)
      if (first === undefined) return
      for (const [name, fault] of Object.entries(faults)) {
        test(`rejects ${name}`, () => rejects(law(fault(first))))
      }
    },
  )
}

type Subjects<S> = Readonly<Record<string, S>>
