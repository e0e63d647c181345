import type { Either } from 'fp-ts/lib/Either.js'
import type { Compile } from './compiled-rule.js'
import { compilerFrom } from './compile-rule.js'
import { left, right } from './either.js'
import type { RecurrenceStart } from './recurrence-set.js'
import type { RecurrenceRejection } from './rejection.js'
import type { RecurrenceRule } from './rule.js'
import { faulty } from './rule-text/refusals.js'
import { secondsOfStart } from './seconds-of-start.js'

/** Where a rule starts, and the engine for what its calendar leaves alone. */
export interface CalendarSetting {
  readonly start: RecurrenceStart
  readonly gregorian: Compile
}

/**
 * An engine for rules of other calendars and with SKIP. Refuses a calendar this platform does not have.
 *
 * A dependency, so that who needs the Gregorian calendar alone loads nothing else.
 */
export type Calendars = (
  rule: RecurrenceRule,
  setting: CalendarSetting,
) => Either<RecurrenceRejection, Compile>

/** What a rule is compiled for. */
export interface CompilerSetting {
  readonly start: RecurrenceStart
  readonly calendars: Calendars | undefined
}

/**
 * Chooses the engine for rules like `rule`: the Gregorian one, or `calendars` where there is another calendar or a
 * SKIP that matters.
 */
export const compilerFor = (
  rule: RecurrenceRule,
  { start, calendars }: CompilerSetting,
): Either<RecurrenceRejection, Compile> => {
  const kind = start.type === 'Date' ? 'Date' : 'Time'
  const gregorian = compilerFrom(secondsOfStart(start), kind)
  const expandsDays = rule.frequency === 'YEARLY' || rule.frequency === 'MONTHLY'
  // Elsewhere BYxxx parts limit, and a limit skips nothing.
  if (rule.rscale === null && (rule.skip === 'OMIT' || !expandsDays)) return right(gregorian)
  if (calendars !== undefined) return calendars(rule, { start, gregorian })
  return left(
    faulty('Unsupported', rule.rscale === null ? 'SKIP' : 'RSCALE', rule.rscale ?? rule.skip),
  )
}
