import { agreementOf } from './agreement.js'
import { interleaved, type Timed } from './interleaved.js'
import type { Library, OpenedRule, Results } from './library.js'

/** One row of a table: what is asked of every library, and of the bare loop when there is one. */
export interface Row {
  readonly name: string
  readonly text: string
  readonly ask: (rule: OpenedRule) => Results
  readonly bare?: (expected: readonly number[]) => Results
}

/** What a row came to: nanoseconds by library, and where peers are not of our opinion. */
export interface Measured {
  readonly name: string
  readonly ns: ReadonlyMap<string, number>
  readonly remarks: readonly string[]
}

/** What takes longer than a second to answer once is not asked again: that time is its figure. */
const TOO_SLOW_NS = 1e9

/** Checks each library's answer against ours (the first's), then times them beside each other. */
export const compare =
  (libraries: readonly Library[], toLocalMs: ToLocal) =>
  (row: Row): Measured => {
    const [ours] = libraries
    if (ours === undefined) throw new Error('nothing to compare')
    const expected = ours.msOf(row.ask(ours.open(row.text)))
    const remarks: string[] = []
    const works: Timed[] = []
    const tooSlow = new Map<string, number>()
    for (const library of libraries) {
      const rule = library.open(row.text)
      const run = () => row.ask(rule)
      const started = performance.now()
      const inItsClock = library.clock === 'Local' ? expected.map(toLocalMs) : expected
      const agreement = agreementOf(library, run, inItsClock)
      const onceNs = (performance.now() - started) * 1e6
      if (agreement.type === 'Throws') remarks.push(`${library.name} throws: ${agreement.message}`)
      if (agreement.type === 'Differs') remarks.push(`${library.name} differs: ${agreement.where}`)
      if (agreement.type === 'Throws') continue
      if (onceNs > TOO_SLOW_NS) tooSlow.set(library.name, onceNs)
      else works.push({ name: library.name, run })
    }
    const { bare } = row
    if (bare !== undefined) works.push({ name: 'bare loop', run: () => bare(expected) })
    const timed = interleaved(works)
    const ns = new Map(
      [...libraries.map(({ name }) => name), 'bare loop'].flatMap((name) => {
        const each = timed.get(name) ?? tooSlow.get(name)
        return each === undefined ? [] : [[name, each] as const]
      }),
    )
    return { name: row.name, ns, remarks }
  }

/** From an instant to the reading of the zone of the benchmark. */
export type ToLocal = (instant: number) => number
