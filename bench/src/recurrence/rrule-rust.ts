import type { Library } from './library.js'
import { peer } from './peers.js'

interface DateTime {
  readonly toTimestamp: () => number
}

interface RRuleSet {
  readonly cache: { readonly disable: () => void }
  readonly all: (limit: number) => readonly DateTime[]
  readonly between: (after: DateTime, before: DateTime, inclusive: boolean) => readonly DateTime[]
}

interface Exports {
  readonly RRuleSet: { readonly fromString: (text: string) => RRuleSet }
  readonly DateTime: { readonly fromTimestamp: (ms: number) => DateTime }
}

/** rrule-rust, its cache off. It has no `next`: asked for the two days after. */
export const rruleRust = async (): Promise<Library> => {
  const { RRuleSet, DateTime } = await peer<Exports>('rrule-rust')
  return {
    name: 'rrule-rust',
    clock: 'Instant',
    msOf: (results) => Array.from(results, (each) => (each as DateTime).toTimestamp()),
    open: (text) => {
      const set = RRuleSet.fromString(text)
      set.cache.disable()
      const between = (fromMs: number, toMs: number) =>
        set.between(DateTime.fromTimestamp(fromMs), DateTime.fromTimestamp(toMs), true)
      return {
        first: (count) => set.all(count),
        between: ({ fromMs, toMs }) => between(fromMs, toMs - 1000),
        next: ({ fromMs }) => between(fromMs, fromMs + 2 * 86_400_000).slice(0, 1),
      }
    },
  }
}
