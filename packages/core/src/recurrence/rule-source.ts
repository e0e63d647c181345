import { DAY_SECONDS } from '../time/units.js'
import type { Either } from 'fp-ts/lib/Either.js'
import type { Zone } from '../time/zone.js'
import type { CompiledRule, LocalRange } from './compiled-rule.js'
import { compilerFor, type CompilerSetting } from './compiler-for.js'
import { right } from './either.js'
import { kept } from './kept.js'
import type { LocalSource } from './local-source.js'
import { localUntil } from './local-until.js'
import type { GapRule } from './recurrence-set.js'
import type { RecurrenceRejection } from './rejection.js'
import type { RecurrenceRule, Until } from './rule.js'
import { withoutGaps } from './without-gaps.js'

/** Where a rule begins, on what clock, and what it does with times the clock skips. */
export interface RuleSetting extends CompilerSetting {
  readonly zone: Zone | null
  readonly gap: GapRule | null
}

/** A rule in its zone: UNTIL is compared as an instant, and what falls into a gap may be left out. */
export const ruleSource = (
  given: RecurrenceRule,
  setting: RuleSetting,
): Either<RecurrenceRejection, CompiledRule> => {
  const { zone, gap } = setting
  const { rule, except } = untilOnClock(given, zone)
  const compiler = compilerFor(rule, setting)
  if (compiler._tag === 'Left') return compiler
  const compile = compiler.right
  const compiled = compile(rule)
  const shown =
    zone !== null && omitsGaps(rule, gap)
      ? withoutGaps(zone, (count) => compile({ ...rule, count }), rule.count)
      : compiled
  const source = except === null ? shown : kept(shown, outside(except))
  return right(source === compiled ? compiled : withWalks(compiled, source))
}

const withWalks = (
  { isEndless, mostInADay }: CompiledRule,
  { forward, backward }: LocalSource,
): CompiledRule => ({ forward, backward, isEndless, mostInADay })

const omitsGaps = ({ frequency }: RecurrenceRule, gap: GapRule | null): boolean =>
  gap === null ? SUB_DAILY.has(frequency) : gap === 'omit'

const SUB_DAILY: ReadonlySet<string> = new Set(['HOURLY', 'MINUTELY', 'SECONDLY'])

const outside =
  ({ from, to }: LocalRange) =>
  (localSeconds: number): boolean =>
    localSeconds < from || localSeconds >= to

interface OnClock {
  readonly rule: RecurrenceRule
  readonly except: LocalRange | null
}

/** The rule with an UNTIL in local time. Without a zone UTC is read as the local clock. */
const untilOnClock = (rule: RecurrenceRule, zone: Zone | null): OnClock => {
  const { until } = rule
  if (until?.type !== 'Utc')
    return { rule: until === null ? rule : wholeDay(rule, until), except: null }
  if (zone === null) return { rule: withLocalUntil(rule, until.epochSeconds), except: null }
  const { last, except } = localUntil(zone, until.epochSeconds)
  return { rule: withLocalUntil(rule, last), except }
}

const wholeDay = (rule: RecurrenceRule, until: Until): RecurrenceRule =>
  until.type === 'Date' ? withLocalUntil(rule, (until.day + 1) * DAY_SECONDS - 1) : rule

const withLocalUntil = (rule: RecurrenceRule, localSeconds: number): RecurrenceRule => ({
  ...rule,
  until: { type: 'Local', localSeconds },
})
