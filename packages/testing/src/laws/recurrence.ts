import assert from 'node:assert/strict'
import type { RecurrenceRule, RecurrenceSet } from '@kalends/core/recurrence'
import * as fc from 'fast-check'
import type { SetAndEdges } from '../arbitraries/index.js'
import {
  datedSet,
  farSet,
  floatingRule,
  nearSet,
  setOf,
  startSecondsOf,
} from '../arbitraries/index.js'
import { occurrencesByDefinition } from './recurrence-model.js'

/** An engine that expands recurrence sets: what is under law here. */
export interface RecurrenceEngine {
  /** Null when the set is refused: some rules never occur. */
  readonly open: (set: RecurrenceSet) => OpenRecurrence | null
  readonly print: (rule: RecurrenceRule) => string
  readonly parse: (text: string) => RecurrenceRule | null
}

/**
 * A set, to be asked. Instants are milliseconds, those of dates and floating times as if in UTC. Windows
 * have `from` inside and `to` outside.
 */
export interface OpenRecurrence {
  readonly within: (from: number, to: number) => readonly number[]
  /** The same in descending order. */
  readonly backwards: (from: number, to: number) => readonly number[]
  readonly count: (from: number, to: number) => number
  /** The first after `at`, `at` outside; null when there is none. */
  readonly next: (at: number) => number | null
  /** The last before `at`, `at` outside; null when there is none. */
  readonly previous: (at: number) => number | null
}

/** RECUR-001: a rule yields what RFC 5545 defines, no more, no less, in order. */
export const yieldsWhatIsDefined = (engine: RecurrenceEngine) =>
  fc.property(floatingRule(), ({ rule, start, to }) => {
    const set = setOf({ type: 'Floating', localSeconds: start }, [rule])
    const defined = occurrencesByDefinition(rule, start, to).map((seconds) => seconds * 1000)
    const yielded = engine.open(set)?.within(start * 1000, to * 1000) ?? []
    assert.deepEqual([...yielded], defined)
  })

/** RECUR-002: a window far from the start holds what a walk from the start finds there. */
export const aFarWindowIsTheWalkFiltered = (engine: RecurrenceEngine) =>
  fc.property(farSet(), (asked) => {
    const { open, walk, from, to } = walked(engine, asked)
    assert.deepEqual(
      open.within(from, to),
      walk.filter((at) => at >= from && at < to),
    )
  })

/** RECUR-003: windows that meet hold together what the whole holds. */
export const windowsThatMeetJoin = (engine: RecurrenceEngine) =>
  fc.property(nearSet(), (asked) => {
    const { open, walk, first, from, end } = walked(engine, asked)
    assert.deepEqual([...open.within(first, from), ...open.within(from, end)], walk)
  })

/** RECUR-004: backwards, a window is its own mirror. */
export const backwardsIsTheMirror = (engine: RecurrenceEngine) =>
  fc.property(farSet(), (asked) => {
    const { open, from, to } = walked(engine, asked)
    assert.deepEqual(open.backwards(from, to), open.within(from, to).toReversed())
  })

/** RECUR-005: the next and the previous of any moment are its neighbours in the walk. */
export const neighboursAreThoseOfTheWalk = (engine: RecurrenceEngine) =>
  fc.property(nearSet(), (asked) => {
    const { open, walk, from } = walked(engine, asked)
    const next = walk.find((at) => at > from)
    const previous = walk.findLast((at) => at < from)
    if (next !== undefined) assert.equal(open.next(from), next)
    assert.equal(open.previous(from), previous ?? null)
  })

/** RECUR-006: the number of a window's occurrences is how many it holds. */
export const countsWhatAWindowHolds = (engine: RecurrenceEngine) =>
  fc.property(farSet(), (asked) => {
    const { open, from, to } = walked(engine, asked)
    assert.equal(open.count(from, to), open.within(from, to).length)
  })

/** RECUR-007: what is excluded is not there, be it a date of the rule, an added date or both. */
export const excludingBeatsAdding = (engine: RecurrenceEngine) =>
  fc.property(datedSet(), ({ set, first, end }) => {
    const { within } = opened(engine, set)
    const all = opened(engine, { ...set, excluded: [] }).within(first, end)
    const only = opened(engine, { ...set, rules: [], dates: set.excluded, excluded: [] })
    const gone = new Set(only.within(first, end))
    assert.deepEqual(
      within(first, end),
      all.filter((at) => !gone.has(at)),
    )
  })

/** RECUR-008: added dates are there once, in order, whether or not the rule yields them too. */
export const addedDatesAreThereOnce = (engine: RecurrenceEngine) =>
  fc.property(datedSet(), ({ set, first, end }) => {
    const ofRule = { ...set, dates: [], excluded: [] }
    const whole = opened(engine, { ...set, excluded: [] }).within(first, end)
    const apart = [ofRule, { ...ofRule, rules: [], dates: set.dates }].flatMap((each) =>
      opened(engine, each).within(first, end),
    )
    assert.deepEqual(
      whole,
      [...new Set(apart)].toSorted((a, b) => a - b),
    )
  })

/** RECUR-009: COUNT keeps the first of the same rule without it. */
export const countKeepsTheFirst = (engine: RecurrenceEngine) =>
  fc.property(nearSet(), fc.integer({ min: 1, max: 60 }), ({ set, first, end }, count) => {
    const [rule] = set.rules
    if (rule === undefined) return
    const ofCount = (n: number | null) =>
      opened(engine, { ...set, rules: [{ ...rule, count: n }] }).within(first, end)
    assert.deepEqual(ofCount(count), ofCount(null).slice(0, count))
  })

/** RECUR-010: a rule that was printed is read as the same rule. */
export const printedRulesAreReadAgain = (engine: RecurrenceEngine) =>
  fc.property(nearSet(), ({ set }) => {
    for (const rule of set.rules) {
      const text = engine.print(rule)
      const read = engine.parse(text)
      assert.notEqual(read, null, text)
      if (read !== null) assert.equal(engine.print(read), text)
      const again = read === null ? set : { ...set, rules: [read] }
      const [first, end] = [startSecondsOf(set.start) * 1000, Infinity]
      assert.deepEqual(engine.open(again)?.next(first) ?? end, engine.open(set)?.next(first) ?? end)
    }
  })

/** RECUR-011: the time zone of the process says nothing. Sets `TZ` of the process while it asks. */
export const theProcessHasNoZone = (engine: RecurrenceEngine) =>
  fc.property(nearSet(), ({ set, first, end }) => {
    const answers = ['UTC', 'America/Los_Angeles', 'Asia/Kathmandu'].map((zone) =>
      inProcessZone(zone, () => engine.open(set)?.within(first, end)),
    )
    assert.deepEqual(answers[1], answers[0])
    assert.deepEqual(answers[2], answers[0])
  })

const inProcessZone = <A>(zone: string, ask: () => A): A => {
  const own = process.env['TZ']
  try {
    process.env['TZ'] = zone
    return ask()
  } finally {
    if (own === undefined) delete process.env['TZ']
    else process.env['TZ'] = own
  }
}

/** Refusals are for other laws: a set that is refused has no windows. */
const opened = (engine: RecurrenceEngine, set: RecurrenceSet): OpenRecurrence => {
  const open = engine.open(set)
  fc.pre(open !== null)
  return open
}

/** The walk to the end, and a window whose bounds are the walk's own more often than not. */
const walked = (engine: RecurrenceEngine, { set, first, end, edges }: SetAndEdges) => {
  const open = opened(engine, set)
  const walk = open.within(first, end)
  const [from = first, to = end] = edges
    .map(({ part, besideMs }) => besideMs + (walk[Math.floor(part * walk.length)] ?? first))
    .map((at) => Math.min(Math.max(at, first), end))
    .toSorted((a, b) => a - b)
  return { open, walk, first, end, from, to }
}
