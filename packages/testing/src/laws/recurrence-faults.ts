import type { RecurrenceRule, RecurrenceSet } from '@kalends/core/recurrence'
import { startSecondsOf } from '../arbitraries/index.js'
import type { OpenRecurrence, RecurrenceEngine } from './recurrence.js'

type Fault = (engine: RecurrenceEngine) => RecurrenceEngine

const opening =
  (spoil: (open: OpenRecurrence, set: RecurrenceSet) => OpenRecurrence): Fault =>
  (engine) => ({
    ...engine,
    open: (set) => {
      const open = engine.open(set)
      return open === null ? null : spoil(open, set)
    },
  })

const reading =
  (change: (set: RecurrenceSet) => RecurrenceSet): Fault =>
  (engine) => ({ ...engine, open: (set) => engine.open(change(set)) })

const ruling = (change: (rule: RecurrenceRule) => RecurrenceRule): Fault =>
  reading((set) => ({ ...set, rules: set.rules.map(change) }))

/** Begins every week on Monday. RECUR-001 must reject it. */
export const knowsOnlyMondays = ruling((rule) => ({ ...rule, firstDayOfWeek: 'MO' }))

/** Looks for BYSETPOS from the front only. RECUR-001 must reject it. */
export const picksFromTheFront = ruling((rule) => ({
  ...rule,
  bySetPosition: [...new Set(rule.bySetPosition.map(Math.abs))],
}))

/** Counts the days of a month from its end as if it had 31. RECUR-001 must reject it. */
export const countsFromTheThirtyFirst = ruling((rule) => ({
  ...rule,
  byMonthDay: [...new Set(rule.byMonthDay.map((day) => (day < 0 ? 32 + day : day)))],
}))

/** Loses the first of a window that holds many. RECUR-002 must reject it. */
export const anchorsAtTheWindow = opening((open) => ({
  ...open,
  within: (from, to) => {
    const all = open.within(from, to)
    return all.length > 3 ? all.slice(1) : all
  },
}))

/** Leaves out what begins with the window. RECUR-003 must reject it. */
export const excludesItsFrom = opening((open) => ({
  ...open,
  within: (from, to) => open.within(from, to).filter((at) => at !== from),
}))

/** Takes the end of a window for a part of it. RECUR-003 must reject it. */
export const includesItsTo = opening((open) => ({
  ...open,
  within: (from, to) => open.within(from, to + 1),
}))

/** Backwards, has the end in and the start out. RECUR-004 must reject it. */
export const mirrorsTheBoundsToo = opening((open) => ({
  ...open,
  backwards: (from, to) => open.backwards(from + 1, to + 1),
}))

/** Takes the moment itself for the next one. RECUR-005 must reject it. */
export const standsStill = opening((open) => ({ ...open, next: (at) => open.next(at - 1) }))

/** Never finds a previous one further back than a day. RECUR-005 must reject it. */
export const forgetsAfterADay = opening((open) => ({
  ...open,
  previous: (at) => {
    const found = open.previous(at)
    return found === null || found < at - DAY_MS ? null : found
  },
}))

/** Counts one too many where there are many. RECUR-006 must reject it. */
export const countsTheEdge = opening((open) => ({
  ...open,
  count: (from, to) => open.count(from, to + 1000) + open.count(from - 1000, from),
}))

/** Adds dates after it has excluded. RECUR-007 must reject it. */
export const addsAfterExcluding: Fault = (engine) => ({
  ...engine,
  open: (set) => {
    const [ofRules, added] = [
      engine.open({ ...set, dates: [] }),
      engine.open({ ...set, rules: [], excluded: [] }),
    ]
    if (ofRules === null || added === null || set.rules.length === 0) return engine.open(set)
    return {
      ...ofRules,
      within: (from, to) =>
        [...new Set([...ofRules.within(from, to), ...added.within(from, to)])].toSorted(
          (a, b) => a - b,
        ),
    }
  },
})

/** Says a date twice that the rule has and that is added. RECUR-008 must reject it. */
export const saysItTwice = opening((open, set) => ({
  ...open,
  within: (from, to) =>
    open.within(from, to).flatMap((at) => {
      const isAdded = set.start.type !== 'Zoned' && set.dates.includes(at / 1000)
      return isAdded ? [at, at] : [at]
    }),
}))

/** Yields one more than COUNT says. RECUR-009 must reject it. */
export const countsOneTooMany = ruling((rule) =>
  rule.count === null || rule.count > 100 ? rule : { ...rule, count: rule.count + 1 },
)

/** Counts the start beside what COUNT says, in a zone. RECUR-009 must reject it. */
export const countsOneTooManyInZones: Fault = (engine) => ({
  ...engine,
  open: (set) => (set.start.type === 'Zoned' ? countsOneTooMany(engine) : engine).open(set),
})

/** Prints rules without INTERVAL. RECUR-010 must reject it. */
export const printsNoInterval: Fault = (engine) => ({
  ...engine,
  print: (rule) => engine.print({ ...rule, interval: 1 }),
})

/** Reads the start on the clock of the process. RECUR-011 must reject it. */
export const readsTheProcessClock = opening((open, { start }) => {
  const offsetMs = new Date(startSecondsOf(start) * 1000).getTimezoneOffset() * 60_000
  return {
    ...open,
    within: (from, to) => open.within(from, to).map((at) => at + offsetMs),
  }
})

const DAY_MS = 86_400_000
