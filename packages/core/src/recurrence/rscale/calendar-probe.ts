import { DAY_MS } from '../../time/units.js'
import type { Budget } from '../compiled-rule.js'

/** A day in a calendar: the year by its own count, the month as it is written, the day of the month. */
export interface ProbedDay {
  readonly year: number
  readonly month: string
  readonly day: number
}

/** Answers for a day counted from 1970-01-01, at the cost of part of a budget. */
export type CalendarProbe = (day: number, budget: Budget) => ProbedDay

/** Asks `Intl` for the days of a calendar: 2 microseconds each, 30 by the moon. Null when the platform lacks it. */
export const calendarProbe = (name: string): CalendarProbe | null => {
  const format = new Intl.DateTimeFormat(`en-u-ca-${name}`, {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  })
  const { calendar } = format.resolvedOptions()
  if (calendar !== name && !(name === 'islamic' && calendar.startsWith(name))) return null
  const cost = name === 'chinese' || name === 'dangi' ? LUNAR_COST : COST
  return (day, budget) => {
    budget.periodsLeft -= cost
    const parts = format.formatToParts(day * DAY_MS)
    const valueOf = (...types: readonly string[]) =>
      parts.find(({ type }) => types.includes(type))?.value ?? ''
    const era = valueOf('era')
    const year = Number(valueOf('relatedYear', 'year'))
    return {
      year: BACKWARD_ERAS.has(era) ? 1 - year : year,
      month: valueOf('month'),
      day: Number(valueOf('day')),
    }
  }
}

/** A probe takes so many times as long as a period of the Gregorian engine. */
const COST = 30
const LUNAR_COST = 160

/** Eras that count their years back from another's first. */
const BACKWARD_ERAS: ReadonlySet<string> = new Set(['BH', 'BP', 'BC'])
