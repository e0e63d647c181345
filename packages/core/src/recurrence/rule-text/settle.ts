import type { RecurrenceRejection } from '../rejection.js'
import { calendarNamed, GREGORIAN } from './calendars.js'
import type { Circumstances } from './circumstances.js'
import type { RuleDraft } from './draft.js'
import { faulty, notAllowedWith } from './refusals.js'
import { settleUntil } from './until.js'

/** One rule about how parts go together. May mend the draft. */
export type Settle = (draft: RuleDraft, given: Circumstances) => RecurrenceRejection | null

/** Holds the parts against each other and the start; the first that may not stand is refused. */
export const settle: Settle = (draft, given) => {
  for (const step of STEPS) {
    const refusal = step(draft, given)
    if (refusal !== null) return refusal
  }
  return null
}

const settleFrequency: Settle = ({ frequency }) =>
  frequency === null ? { type: 'MissingPart', part: 'FREQ' } : null

const settleEnd: Settle = ({ count, until }) =>
  count !== null && until !== null ? notAllowedWith('COUNT', 'UNTIL') : null

const settleCalendar: Settle = (draft, { mode }) => {
  const { rscale, seen } = draft
  if (rscale === null)
    return mode === 'strict' && seen.has('SKIP') ? { type: 'MissingPart', part: 'RSCALE' } : null
  const calendar = calendarNamed(rscale)
  if (calendar === undefined)
    return { type: 'Unsupported', part: 'RSCALE', value: rscale.slice(0, 100) }
  draft.rscale = calendar === GREGORIAN ? null : calendar
  return null
}

const settleGregorian: Settle = (draft) => {
  if (draft.rscale !== null) return null
  const month = draft.byMonth.find(({ month, leap }) => leap || month > 12)
  if (month !== undefined)
    return faulty('OutOfRange', 'BYMONTH', `${month.month}${month.leap ? 'L' : ''}`)
  const nth = draft.byDay.find(({ nthOfPeriod }) => Math.abs(nthOfPeriod ?? 1) > 53)
  if (nth !== undefined) return faulty('OutOfRange', 'BYDAY', `${nth.nthOfPeriod ?? ''}${nth.day}`)
  return (
    beyond('BYWEEKNO', draft.byWeekNo, 53) ??
    beyond('BYYEARDAY', draft.byYearDay, 366) ??
    beyond('BYSETPOS', draft.bySetPosition, 366)
  )
}

const beyond = (part: string, values: readonly number[], most: number) => {
  const value = values.find((n) => Math.abs(n) > most)
  return value === undefined ? null : faulty('OutOfRange', part, `${value}`)
}

/** "MUST NOT be specified when the associated DTSTART property has a DATE value type", and else "MUST be ignored". */
const settleTimes: Settle = (draft, { mode, start }) => {
  if (start?.type !== 'Date') return null
  for (const part of ['BYHOUR', 'BYMINUTE', 'BYSECOND'])
    if (mode === 'strict' && draft.seen.has(part)) return notAllowedWith(part, 'DTSTART')
  draft.byHour = []
  draft.byMinute = []
  draft.bySecond = []
  return null
}

const settlePeriods: Settle = ({ frequency, byWeekNo, byYearDay, byMonthDay }) => {
  if (byWeekNo.length > 0 && frequency !== 'YEARLY') return notAllowedWith('BYWEEKNO', 'FREQ')
  if (byMonthDay.length > 0 && frequency === 'WEEKLY') return notAllowedWith('BYMONTHDAY', 'FREQ')
  const isByDay = frequency === 'DAILY' || frequency === 'WEEKLY' || frequency === 'MONTHLY'
  return byYearDay.length > 0 && isByDay ? notAllowedWith('BYYEARDAY', 'FREQ') : null
}

const settleOrdinals: Settle = (draft, { mode }) => {
  const { byDay, byWeekNo, frequency } = draft
  if (byDay.every(({ nthOfPeriod }) => nthOfPeriod === null)) return null
  if (frequency === 'MONTHLY' || (frequency === 'YEARLY' && byWeekNo.length === 0)) return null
  // A week has one Monday: its first and its last.
  const isOnly = byDay.every(({ nthOfPeriod }) => Math.abs(nthOfPeriod ?? 1) === 1)
  if (mode === 'strict' || frequency !== 'WEEKLY' || !isOnly)
    return notAllowedWith('BYDAY', byWeekNo.length > 0 ? 'BYWEEKNO' : 'FREQ')
  draft.byDay = byDay.map(({ day }) => ({ day, nthOfPeriod: null }))
  return null
}

const settlePositions: Settle = (draft, { mode }) => {
  if (draft.bySetPosition.length === 0 || hasList(draft)) return null
  // Of one occurrence a period, the first and the last are that one.
  const isOnly = draft.bySetPosition.some((position) => Math.abs(position) === 1)
  if (mode === 'strict' || !isOnly) return { type: 'MissingPart', part: 'BYxxx' }
  draft.bySetPosition = []
  return null
}

const hasList = (draft: RuleDraft): boolean =>
  draft.byMonth.length > 0 ||
  draft.byWeekNo.length > 0 ||
  draft.byYearDay.length > 0 ||
  draft.byMonthDay.length > 0 ||
  draft.byDay.length > 0 ||
  draft.byHour.length > 0 ||
  draft.byMinute.length > 0 ||
  draft.bySecond.length > 0

const STEPS: readonly Settle[] = [
  settleFrequency,
  settleEnd,
  settleCalendar,
  settleGregorian,
  settleTimes,
  settlePeriods,
  settleOrdinals,
  settlePositions,
  settleUntil,
]
