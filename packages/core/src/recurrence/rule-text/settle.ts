import type { RecurrenceRejection } from '../rejection.js'
import { calendarNamed, GREGORIAN } from './calendars.js'
import type { Reading } from './draft.js'
import { faulty, missing, notAllowedWith } from './refusals.js'
import { settleUntil } from './until.js'

/** One rule about how parts go together. May mend the rule. */
export type Settle = (reading: Reading) => RecurrenceRejection | null

/** Holds the parts against each other and the start; the first that may not stand is refused. */
export const settle: Settle = (reading) =>
  settleEnds(reading) ??
  settleCalendar(reading) ??
  settleGregorian(reading) ??
  settleTimes(reading) ??
  settlePeriods(reading) ??
  settleOrdinals(reading) ??
  settlePositions(reading) ??
  settleUntil(reading)

const settleEnds: Settle = ({ seen }) => {
  if (!seen.has('FREQ')) return missing('FREQ')
  return seen.has('COUNT') && seen.has('UNTIL') ? notAllowedWith('COUNT', 'UNTIL') : null
}

const settleCalendar: Settle = ({ rule, seen, mode }) => {
  const { rscale } = rule
  if (rscale === null) return mode === 'strict' && seen.has('SKIP') ? missing('RSCALE') : null
  const calendar = calendarNamed(rscale)
  if (calendar === undefined) return faulty('Unsupported', 'RSCALE', rscale)
  rule.rscale = calendar === GREGORIAN ? null : calendar
  return null
}

const settleGregorian: Settle = ({ rule, seen }) => {
  if (rule.rscale !== null) return null
  const beyond = (part: string, index: number): RecurrenceRejection | null =>
    index < 0 ? null : faulty('OutOfRange', part, seen.get(part)?.split(',')[index] ?? '')
  return (
    beyond(
      'BYMONTH',
      rule.byMonth.findIndex(({ month, leap }) => leap || month > 12),
    ) ??
    beyond(
      'BYDAY',
      rule.byDay.findIndex(({ nthOfPeriod }) => Math.abs(nthOfPeriod ?? 0) > 53),
    ) ??
    beyond(
      'BYWEEKNO',
      rule.byWeekNo.findIndex((n) => Math.abs(n) > 53),
    ) ??
    beyond(
      'BYYEARDAY',
      rule.byYearDay.findIndex((n) => Math.abs(n) > 366),
    ) ??
    beyond(
      'BYSETPOS',
      rule.bySetPosition.findIndex((n) => Math.abs(n) > 366),
    )
  )
}

/** "MUST NOT be specified when the associated DTSTART property has a DATE value type", and else "MUST be ignored". */
const settleTimes: Settle = ({ rule, seen, mode, start }) => {
  if (start?.type !== 'Date') return null
  for (const part of ['BYHOUR', 'BYMINUTE', 'BYSECOND'])
    if (seen.delete(part) && mode === 'strict') return notAllowedWith(part, 'DTSTART')
  rule.byHour = []
  rule.byMinute = []
  rule.bySecond = []
  return null
}

const settlePeriods: Settle = ({ rule: { frequency }, seen }) => {
  const isByDay = frequency === 'DAILY' || frequency === 'WEEKLY' || frequency === 'MONTHLY'
  if (seen.has('BYWEEKNO') && frequency !== 'YEARLY') return notAllowedWith('BYWEEKNO', 'FREQ')
  if (seen.has('BYMONTHDAY') && frequency === 'WEEKLY') return notAllowedWith('BYMONTHDAY', 'FREQ')
  return seen.has('BYYEARDAY') && isByDay ? notAllowedWith('BYYEARDAY', 'FREQ') : null
}

const settleOrdinals: Settle = ({ rule, seen, mode }) => {
  const { byDay, frequency } = rule
  const inWeeks = seen.has('BYWEEKNO')
  if (byDay.every(({ nthOfPeriod }) => nthOfPeriod === null)) return null
  if (frequency === 'MONTHLY' || (frequency === 'YEARLY' && !inWeeks)) return null
  // A week has one Monday: its first and its last.
  const isOnly = byDay.every(({ nthOfPeriod }) => Math.abs(nthOfPeriod ?? 1) === 1)
  if (mode === 'strict' || frequency !== 'WEEKLY' || !isOnly)
    return notAllowedWith('BYDAY', inWeeks ? 'BYWEEKNO' : 'FREQ')
  rule.byDay = byDay.map(({ day }) => ({ day, nthOfPeriod: null }))
  return null
}

const settlePositions: Settle = ({ rule, seen, mode }) => {
  if (!seen.has('BYSETPOS')) return null
  for (const part of seen.keys()) if (part !== 'BYSETPOS' && part.startsWith('BY')) return null
  // Of one occurrence a period, the first and the last are that one.
  const isOnly = rule.bySetPosition.some((position) => Math.abs(position) === 1)
  if (mode === 'strict' || !isOnly) return missing('BYxxx')
  rule.bySetPosition = []
  return null
}
