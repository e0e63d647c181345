import { ALL_TIME } from './all-time.js'
import { type Calendars, compilerFor, type CompilerSetting } from './compiler-for.js'
import type { RecurrenceSet } from './recurrence-set.js'
import type { RecurrenceRule } from './rule.js'
import { secondsOfStart } from './seconds-of-start.js'

/**
 * The rules of a set, with a start that is an occurrence although it is off its rule taken off their counts.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10 "always counts as the first occurrence"
 */
export const withStartCounted = (
  { rules, start, options }: RecurrenceSet,
  calendars: Calendars | undefined,
): readonly RecurrenceRule[] =>
  options.includeDtstart
    ? rules.map((rule) => (isOffRule(rule, { start, calendars }) ? startCounted(rule) : rule))
    : rules

const startCounted = (rule: RecurrenceRule): RecurrenceRule =>
  rule.count === 1
    ? { ...rule, count: null, until: { type: 'Local', localSeconds: ALL_TIME.from - 1 } }
    : { ...rule, count: (rule.count ?? 0) - 1 }

const isOffRule = (rule: RecurrenceRule, setting: CompilerSetting): boolean => {
  if (rule.count === null) return false
  const compiler = compilerFor(rule, setting)
  if (compiler._tag === 'Left') return false
  const first = { seconds: new Float64Array(1), count: 0 }
  const from = secondsOfStart(setting.start)
  compiler.right(rule).forward({ from, to: from + 1 }, first, { periodsLeft: FEW })
  return first.count === 0
}

/** The start lies in the first period, or the second where those of SKIP reach into one another. */
const FEW = 1000
