import type { RecurrenceSet } from '@kalends/core/recurrence'
import { zoneOf } from '@kalends/core'
import type { RecurrenceEngine } from './recurrence.js'

/** Leaves out what falls into the hour that a night skips. RECUR-014 must reject it. */
export const losesTheSkippedHour = (engine: RecurrenceEngine): RecurrenceEngine => ({
  ...engine,
  open: (set) => {
    const open = engine.open(set)
    const { start } = set
    if (open === null || start.type !== 'Zoned' || set.dates.length > 0) return open
    const zone = zoneOf(start.timeZone)
    const floating = { type: 'Floating', localSeconds: start.localSeconds } as const
    const local = engine.open({ ...set, start: floating, excluded: [] })
    return {
      ...open,
      within: (from, to) =>
        open.within(from, to).filter((at) => {
          const localMs = zone.localMsOf(at)
          return local === null || local.within(localMs, localMs + 1).length > 0
        }),
    }
  },
})

/** Counts what is left when dates are excluded. RECUR-007 must reject it. */
export const countsAfterExcluding = (engine: RecurrenceEngine): RecurrenceEngine => ({
  ...engine,
  open: (set) => {
    const excluded = excludedIn(engine, set)
    const rules = set.rules.map((rule) =>
      rule.count === null ? rule : { ...rule, count: rule.count + excluded },
    )
    return engine.open({ ...set, rules })
  },
})

/** How many occurrences of the rule are excluded. */
const excludedIn = (engine: RecurrenceEngine, set: RecurrenceSet): number => {
  const gone = engine.open({ ...set, rules: [], dates: set.excluded, excluded: [] })
  const ofRule = engine.open({ ...set, dates: [], excluded: [] })
  const dates = gone?.within(-FAR, FAR) ?? []
  return dates.filter((at) => (ofRule?.within(at, at + 1).length ?? 0) > 0).length
}

const FAR = Date.UTC(2200, 0, 1)

/** Loses the first of a window before which there were very many. RECUR-002 must reject it. */
export const tiresFarFromTheStart = (engine: RecurrenceEngine): RecurrenceEngine => ({
  ...engine,
  open: (set) => {
    const open = engine.open(set)
    if (open === null) return null
    const lost = (from: number) => (open.count(-FAR, from) > VERY_MANY ? 1 : 0)
    return {
      ...open,
      within: (from, to) => open.within(from, to).slice(lost(from)),
      backwards: (from, to) => open.backwards(from, to).toReversed().slice(lost(from)).toReversed(),
      count: (from, to) => Math.max(0, open.count(from, to) - lost(from)),
    }
  },
})

const VERY_MANY = 1500
