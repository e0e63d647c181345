import { agreementOf } from './agreement.js'
import type { Measured } from './comparison.js'
import { interleaved } from './interleaved.js'
import type { Library, OpenedRule } from './library.js'
import { mixedRules } from './rules.js'
import { toLocalMs, windowBetween } from './zone.js'

const january = windowBetween(Date.UTC(2024, 0, 1), Date.UTC(2024, 1, 1))

/** Peers that would take minutes get every how-manieth rule; their time is multiplied. */
const EVERY: Readonly<Record<string, number>> = { rrule: 11, 'rrule (tzid)': 111, 'ical.js': 23 }

/** A thousand rules of ten kinds that began in 2014: what happens in January 2024. */
export const monthView = (libraries: readonly Library[]): Measured => {
  const texts = mixedRules()
  const [ours] = libraries
  if (ours === undefined) throw new Error('nothing to compare')
  const expected = texts.map((text) => ours.msOf(ours.open(text).between(january)))
  const remarks = [`${expected.flat().length} occurrences`]
  const scales = new Map<string, number>()
  const works = libraries.map((library) => {
    const every = EVERY[library.name] ?? 1
    const sample = texts.flatMap((text, index) =>
      index % every === 0 ? [{ rule: library.open(text), index }] : [],
    )
    scales.set(library.name, texts.length / sample.length)
    const wrong = sample.filter(({ rule, index }) => {
      const instants = expected[index] ?? []
      const inItsClock = library.clock === 'Local' ? instants.map(toLocalMs) : instants
      return agreementOf(library, () => rule.between(january), inItsClock).type !== 'Equal'
    })
    if (wrong.length > 0) remarks.push(`${library.name} differs in ${wrong.length} rules`)
    if (every > 1) remarks.push(`${library.name}: ${sample.length} of the rules, times ${every}`)
    return { name: library.name, run: () => view(sample.map(({ rule }) => rule)) }
  })
  const ns = new Map(
    [...interleaved(works)].map(([name, each]) => [name, each * (scales.get(name) ?? 1)]),
  )
  return { name: '1,000 rules, one month', ns, remarks }
}

const view = (rules: readonly OpenedRule[]): readonly unknown[] =>
  rules.map((rule) => rule.between(january))
