import { DAY_SECONDS } from '../time/units.js'
import type { Either } from 'fp-ts/lib/Either.js'
import { type Zone, zoneOf } from '../time/zone.js'
import type { CompiledRule } from './compiled-rule.js'
import type { Calendars } from './compiler-for.js'
import { right } from './either.js'
import { excludedReadings } from './excluded-readings.js'
import { listed } from './listed.js'
import type { LocalSource } from './local-source.js'
import { merged } from './merged.js'
import type { RecurrenceSet, RecurrenceStart } from './recurrence-set.js'
import type { RecurrenceRejection } from './rejection.js'
import type { RecurrenceRule } from './rule.js'
import { type RuleSetting, ruleSource } from './rule-source.js'
import { secondsOfStart } from './seconds-of-start.js'
import { withStartCounted } from './start-counted.js'
import { without } from './without.js'

/**
 * A recurrence set, ready to be asked. Holds no answers, so it may be kept and shared.
 *
 * `zone` is null for dates and floating times, whose milliseconds are counted as if in UTC.
 */
export interface OpenSet {
  readonly start: RecurrenceStart
  readonly zone: Zone | null
  /** The local seconds of all occurrences, before the zone is applied. */
  readonly source: LocalSource
  /** False when the set is known to end. May take a while. */
  readonly isEndless: () => boolean
  /** No day of the rules' own clock holds more. */
  readonly mostInADay: number
}

/** What the opening of a set hangs on. */
export interface OpenOptions {
  /** What expands RSCALE and SKIP: `calendars`. Without it, rules that need it are refused. */
  readonly calendars?: Calendars
}

/**
 * Opens a set. Refuses only a calendar (RSCALE) this platform does not have or was not given `calendars` for, or
 * BYSETPOS with one where a rule repeats weekly or more often.
 *
 * EXDATE and EXRULE beat whatever else yields a time.
 */
export const openSet = (
  set: RecurrenceSet,
  { calendars }: OpenOptions = {},
): Either<RecurrenceRejection, OpenSet> => {
  const { start, options } = set
  const zone = start.type === 'Zoned' ? zoneOf(start.timeZone) : null
  const setting = { start, zone, gap: options.gap, calendars }
  const rules = ruleSources(withStartCounted(set, calendars), setting)
  if (rules._tag === 'Left') return rules
  const exclusionRules = ruleSources(set.exclusionRules, setting)
  if (exclusionRules._tag === 'Left') return exclusionRules
  const dates = datesOf(set)
  const included = dates.length === 0 ? rules.right : [...rules.right, listed(dates)]
  const excluded = listedUnlessEmpty(excludedReadings(zone, set.excluded))
  const exclusions = [...exclusionRules.right, ...excluded]
  const source = merged(included)
  return right({
    start,
    zone,
    source: exclusions.length === 0 ? source : without(source, merged(exclusions)),
    isEndless: () => rules.right.some((rule) => rule.isEndless()),
    mostInADay: rules.right.reduce((most, rule) => most + rule.mostInADay, mostOnOneDay(dates)),
  })
}

const ruleSources = (
  rules: readonly RecurrenceRule[],
  setting: RuleSetting,
): Either<RecurrenceRejection, readonly CompiledRule[]> => {
  const sources: CompiledRule[] = []
  for (const rule of rules) {
    const source = ruleSource(rule, setting)
    if (source._tag === 'Left') return source
    sources.push(source.right)
  }
  return right(sources)
}

const datesOf = ({ start, dates, options }: RecurrenceSet): readonly number[] =>
  options.includeDtstart ? [...dates, secondsOfStart(start)] : dates

const listedUnlessEmpty = (localSeconds: readonly number[]): readonly LocalSource[] =>
  localSeconds.length === 0 ? [] : [listed(localSeconds)]

const mostOnOneDay = (dates: readonly number[]): number => {
  const counts = new Map<number, number>()
  let most = 0
  for (const localSeconds of new Set(dates)) {
    const day = Math.floor(localSeconds / DAY_SECONDS)
    const count = (counts.get(day) ?? 0) + 1
    counts.set(day, count)
    most = Math.max(most, count)
  }
  return most
}
