import type { Either } from 'fp-ts/lib/Either.js'
import type { Compile } from './compiled-rule.js'
import { compileRule } from './compile-rule.js'
import { left, right } from './either.js'
import type { RecurrenceStart } from './recurrence-set.js'
import type { RecurrenceRejection } from './rejection.js'
import { compileInCalendar } from './rscale/compile-in-calendar.js'
import { rscaleCalendar } from './rscale/rscale-calendar.js'
import type { RecurrenceRule } from './rule.js'
import { secondsOfStart } from './seconds-of-start.js'

/**
 * Chooses the engine for rules like `rule`: the Gregorian one, or that of RFC 7529 where there is a SKIP that
 * matters or another calendar.
 */
export const compilerFor = (
  rule: RecurrenceRule,
  start: RecurrenceStart,
): Either<RecurrenceRejection, Compile> => {
  const kind = start.type === 'Date' ? 'Date' : 'Time'
  const gregorian: Compile = (other) => compileRule(other, secondsOfStart(start), kind)
  if (rule.rscale === null && (rule.skip === 'OMIT' || !expandsDays(rule))) return right(gregorian)
  const calendar = rscaleCalendar(rule.rscale)
  if (calendar === null) {
    return left({ type: 'Unsupported', part: 'RSCALE', value: rule.rscale ?? '' })
  }
  if (!expandsDays(rule) && rule.bySetPosition.length > 0) {
    return left({ type: 'NotAllowedWith', part: 'BYSETPOS', other: 'RSCALE' })
  }
  return right((other) => compileInCalendar(other, { calendar, start, gregorian }))
}

/** Where BYxxx parts expand to months and days; elsewhere they limit, and a limit skips nothing. */
const expandsDays = ({ frequency }: RecurrenceRule): boolean =>
  frequency === 'YEARLY' || frequency === 'MONTHLY'
