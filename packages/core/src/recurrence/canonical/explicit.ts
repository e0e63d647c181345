import type { RecurrenceRule } from '../rule.js'
import type { StartParts } from './start-parts.js'

/**
 * Says in the rule what its start implies. For a repetition within a day, nothing said of a smaller unit is
 * the start's, of its own and larger ones is all.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10
 */
export const explicit = (rule: RecurrenceRule, start: StartParts): RecurrenceRule => ({
  ...rule,
  ...explicitDays(rule, start),
  byHour: or(rule.byHour, isDaily(rule) ? [start.hour] : []),
  byMinute: or(rule.byMinute, isDaily(rule) || rule.frequency === 'HOURLY' ? [start.minute] : []),
  bySecond: or(rule.bySecond, rule.frequency === 'SECONDLY' ? [] : [start.second]),
})

/** Leaves out what `explicit` would say; the inverse of it. */
export const implicit = (rule: RecurrenceRule, start: StartParts): RecurrenceRule => {
  const times = {
    ...rule,
    byHour: isDaily(rule) ? less(rule.byHour, start.hour) : rule.byHour,
    byMinute:
      isDaily(rule) || rule.frequency === 'HOURLY'
        ? less(rule.byMinute, start.minute)
        : rule.byMinute,
    bySecond: rule.frequency === 'SECONDLY' ? rule.bySecond : less(rule.bySecond, start.second),
  }
  if (rule.bySetPosition.length === 0) return { ...times, ...implicitDays(times, start) }
  // BYSETPOS needs a part to choose from.
  const saysDays = rule.byMonth.length + rule.byMonthDay.length + rule.byDay.length > 0
  return saysDays && isDaily(rule) ? times : rule
}

/** Whether the rule repeats by days or longer, so that one day holds what BYHOUR and the like say. */
export const isDaily = ({ frequency }: RecurrenceRule): boolean =>
  frequency !== 'SECONDLY' && frequency !== 'MINUTELY' && frequency !== 'HOURLY'

type Days = Pick<RecurrenceRule, 'byMonth' | 'byMonthDay' | 'byDay'>

const explicitDays = (rule: RecurrenceRule, start: StartParts): Days => {
  const { byMonth, byMonthDay, byDay, byWeekNo, byYearDay, frequency } = rule
  const days: Days = { byMonth, byMonthDay, byDay }
  if (byMonthDay.length + byDay.length + byYearDay.length > 0) return days
  const weekday = [{ day: start.weekday, nthOfPeriod: null }]
  if (frequency === 'WEEKLY' || byWeekNo.length > 0) return { ...days, byDay: weekday }
  if (frequency !== 'MONTHLY' && frequency !== 'YEARLY') return days
  const month = frequency === 'YEARLY' ? [{ month: start.month, leap: false }] : []
  return { byMonth: or(byMonth, month), byMonthDay: [start.monthDay], byDay }
}

/** The shortest that says the same: first without the month too, which only a whole year implies. */
const implicitDays = (rule: RecurrenceRule, start: StartParts): Partial<Days> => {
  const said = JSON.stringify(daysOf(rule))
  const shorter: readonly Days[] = [
    { byMonth: [], byMonthDay: [], byDay: [] },
    { byMonth: rule.byMonth, byMonthDay: [], byDay: [] },
  ]
  return (
    shorter.find((days) => JSON.stringify(explicitDays({ ...rule, ...days }, start)) === said) ?? {}
  )
}

const daysOf = ({ byMonth, byMonthDay, byDay }: Days): Days => ({ byMonth, byMonthDay, byDay })

const or = <T>(said: readonly T[], implied: readonly T[]): readonly T[] =>
  said.length > 0 ? said : implied

const less = (said: readonly number[], implied: number): readonly number[] =>
  said.length === 1 && said[0] === implied ? [] : said
