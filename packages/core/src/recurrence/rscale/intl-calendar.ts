import type { Budget } from '../compiled-rule.js'
import { calendarProbe, type ProbedDay } from './calendar-probe.js'
import type { CalendarMonth, CalendarYear, RscaleCalendar } from './calendar-year.js'

/**
 * A calendar learnt from `Intl`, a year at a time. Remembers up to 1,000 years.
 *
 * Returns null when the platform lacks the calendar.
 */
export const intlCalendar = (name: string): RscaleCalendar | null => {
  const ask = calendarProbe(name)
  if (ask === null) return null
  const years = new Map<number, CalendarYear>()
  const remember = (year: CalendarYear): CalendarYear => {
    if (years.size >= MAX_YEARS) years.clear()
    years.set(year.year, year)
    return year
  }
  const yearAt = (year: number, budget: Budget): CalendarYear => {
    const known = years.get(year)
    if (known !== undefined) return known
    const before = years.get(year - 1)
    const asked = (day: number) => ask(day, budget)
    const firstDay = before === undefined ? newYearOf(year, asked) : before.firstDay + before.length
    return remember(learnYear(year, firstDay, { ask: asked, name }))
  }
  let latest: CalendarYear | undefined
  return {
    yearAt,
    yearOf: (day, budget) => {
      if (latest === undefined || day < latest.firstDay || day >= latest.firstDay + latest.length) {
        latest = yearAt(ask(day, budget).year, budget)
      }
      return latest
    },
  }
}

type Ask = (day: number) => ProbedDay

/** The first day of a year: comes near by the mean length of years, then halves. */
const newYearOf = (year: number, ask: Ask): number => {
  let near = 0
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const years = year - ask(near).year
    if (years === 0) break
    near += Math.round(years * MEAN_YEAR)
  }
  let before = near - LONGEST_YEAR
  let from = near
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2)
    if (ask(middle).year < year) before = middle
    else from = middle
  }
  return from
}

const learnYear = (
  year: number,
  firstDay: number,
  { ask, name }: { readonly ask: Ask; readonly name: string },
): CalendarYear => {
  const months: (CalendarMonth & { readonly written: string })[] = []
  let from = firstDay
  let written = ask(firstDay).month
  for (let isWithin = true; isWithin && months.length < MAX_MONTHS;) {
    // In the next month whatever the length of this one; only month 13 of some is shorter than 29.
    const probed = ask(from + BEYOND_MONTH)
    const next = from + BEYOND_MONTH - probed.day + 1
    months.push({
      month: months.length + 1,
      leap: false,
      firstDay: from,
      length: next - from,
      written,
    })
    from = next
    written = probed.month
    isWithin = probed.year === year
  }
  return { year, firstDay, length: from - firstDay, months: numbered(months, name) }
}

/** Months as RFC 7529 numbers them: a leap month has the number of the one it follows. */
const numbered = (
  months: readonly (CalendarMonth & { readonly written: string })[],
  name: string,
): readonly CalendarMonth[] =>
  months.map(({ month, firstDay, length, written }) => {
    if (name === 'hebrew') return { ...hebrewMonth(month, months.length), firstDay, length }
    const leap = written.endsWith('bis')
    return { month: Number.parseInt(written, 10), leap, firstDay, length }
  })

/** Adar I is 5L, and Adar 6 in every year. @see https://www.rfc-editor.org/rfc/rfc7529#section-4.2 */
const hebrewMonth = (
  position: number,
  monthsInYear: number,
): { readonly month: number; readonly leap: boolean } => ({
  month: monthsInYear === 13 && position > 5 ? position - 1 : position,
  leap: monthsInYear === 13 && position === 6,
})

const MAX_YEARS = 1000
const MAX_MONTHS = 14
const MAX_STEPS = 20
const BEYOND_MONTH = 32
const MEAN_YEAR = 365
const LONGEST_YEAR = 390
