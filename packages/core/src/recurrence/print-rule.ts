import type { Month, NthDay, RecurrenceRule } from './rule.js'
import { GREGORIAN } from './rule-text/calendars.js'
import { printStamp } from './rule-text/stamp.js'

/**
 * Prints a rule without `RRULE:`, FREQ first and the others always in one order: `FREQ=WEEKLY;BYDAY=MO,WE`.
 *
 * Leaves out what a reader assumes: INTERVAL=1, WKST=MO, SKIP=OMIT. Lists stand as they are. Reading it yields the
 * same rule.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10
 */
export const printRule = (rule: RecurrenceRule): string => {
  const skips = rule.skip !== 'OMIT'
  return [
    `FREQ=${rule.frequency}`,
    ...(skips || rule.rscale !== null
      ? [`RSCALE=${(rule.rscale ?? GREGORIAN).toUpperCase()}`]
      : []),
    ...(skips ? [`SKIP=${rule.skip}`] : []),
    ...(rule.interval === 1 ? [] : [`INTERVAL=${rule.interval}`]),
    ...(rule.until === null ? [] : [`UNTIL=${printStamp(rule.until)}`]),
    ...(rule.count === null ? [] : [`COUNT=${rule.count}`]),
    ...list('BYMONTH', rule.byMonth.map(printMonth)),
    ...list('BYWEEKNO', rule.byWeekNo),
    ...list('BYYEARDAY', rule.byYearDay),
    ...list('BYMONTHDAY', rule.byMonthDay),
    ...list('BYDAY', rule.byDay.map(printNthDay)),
    ...list('BYHOUR', rule.byHour),
    ...list('BYMINUTE', rule.byMinute),
    ...list('BYSECOND', rule.bySecond),
    ...list('BYSETPOS', rule.bySetPosition),
    ...(rule.firstDayOfWeek === 'MO' ? [] : [`WKST=${rule.firstDayOfWeek}`]),
  ].join(';')
}

const list = (part: string, values: readonly (string | number)[]): readonly string[] =>
  values.length === 0 ? [] : [`${part}=${values.join(',')}`]

const printMonth = ({ month, leap }: Month): string => `${month}${leap ? 'L' : ''}`

const printNthDay = ({ day, nthOfPeriod }: NthDay): string => `${nthOfPeriod ?? ''}${day}`
