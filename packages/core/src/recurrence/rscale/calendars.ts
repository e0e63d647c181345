import type { CompiledRule } from '../compiled-rule.js'
import type { Calendars } from '../compiler-for.js'
import { left, right } from '../either.js'
import type { RecurrenceRule } from '../rule.js'
import { faulty, notAllowedWith } from '../rule-text/refusals.js'
import { counted } from './counted.js'
import { limitedByCalendar } from './limited-by-calendar.js'
import { rscaleCalendar } from './rscale-calendar.js'
import { yearWalk } from './year-walk.js'

/**
 * The engine of RFC 7529: every calendar of `Intl`, and SKIP in all of them and the Gregorian one.
 *
 * Right before fast: it builds the calendar's years, which costs part of the budget; COUNT is found by walking.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7529
 */
export const calendars: Calendars = (rule, setting) => {
  const calendar = rscaleCalendar(rule.rscale)
  if (calendar === null) return left(faulty('Unsupported', 'RSCALE', rule.rscale ?? ''))
  const expandsDays = rule.frequency === 'YEARLY' || rule.frequency === 'MONTHLY'
  if (!expandsDays && rule.bySetPosition.length > 0)
    return left(notAllowedWith('BYSETPOS', 'RSCALE'))
  const walk = expandsDays ? yearWalk : limitedByCalendar
  return right((other) => bounded(walk({ ...other, count: null }, { ...setting, calendar }), other))
}

const bounded = (all: CompiledRule, { count }: RecurrenceRule): CompiledRule => {
  if (count === null) return all
  return { ...counted(all, count), isEndless: () => false, mostInADay: all.mostInADay }
}
