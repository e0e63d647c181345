import { DAY_SECONDS } from '../../time/units.js'
import type { RecurrenceRule } from '../rule.js'
import { leastCommonMultiple, mod, weekdayOf } from './calendar.js'
import { type Clock, clockOf, isDailyOrLess } from './clock.js'
import { cycleOfSteps, cycleOfWeeks } from './cycle.js'
import { dayMask } from './day-mask.js'
import {
  type DayParts,
  dayPartsOf,
  EVERY_MONTH,
  EVERY_MONTH_DAY,
  EVERY_WEEKDAY,
} from './day-parts.js'
import { daysMet } from './days-met.js'
import { indexOfDay, type Layout } from './layout.js'
import type { Growing, Sets } from './sets.js'
import { mostStepsInADay, stepsOf } from './steps.js'
import { YEAR_SHAPES } from './year-days.js'
import { monthOfDay } from './years.js'

/** A rule made to be walked: its periods are those of the layout that are `stride` apart from `origin`. */
export interface Plan {
  readonly layout: Layout
  readonly origin: number
  readonly stride: number
  /** After so many of the layout's periods everything repeats; 0 if nothing ever occurs. */
  readonly repetition: number
  /** What follows each start, in seconds, ascending, ending before the next one. */
  readonly times: readonly number[]
  /** Starts in periods, in seconds from their beginning, type after type as they are met. */
  readonly starts: Growing
  /** Where in `starts` a type begins and ends; -1 for types not met yet. Empty before any is. */
  readonly bounds: Growing
  readonly types: number
  /** No day holds more. */
  readonly mostInADay: number
}

/** Chooses the longest periods that say the same as those of `rule`, for the fewest steps. */
export const planOf = (rule: RecurrenceRule, startSeconds: number, kind: 'Date' | 'Time'): Plan => {
  const startDay = Math.floor(startSeconds / DAY_SECONDS)
  const clock = clockOf(rule, startSeconds - startDay * DAY_SECONDS, kind)
  const given: Given = {
    startSeconds,
    startDay,
    parts: dayPartsOf(rule, startDay),
    clock,
    apart: Math.min(rule.interval, MOST_PERIODS),
    sets: {
      positions: isDailyOrLess(rule.frequency) ? [] : rule.bySetPosition,
      times: clock.times,
    },
  }
  switch (rule.frequency) {
    case 'YEARLY':
      return planOfMonths(given, { months: 12 * given.apart, setOf: 'YEAR' })
    case 'MONTHLY':
      return planOfMonths(given, { months: given.apart, setOf: 'MONTH' })
    case 'WEEKLY':
      return planOfWeeks(given)
    case 'DAILY':
    case 'HOURLY':
    case 'MINUTELY':
    case 'SECONDLY':
      return planOfSteps(given)
  }
}

interface Given {
  readonly startSeconds: number
  readonly startDay: number
  readonly parts: DayParts
  readonly clock: Clock
  /** INTERVAL. */
  readonly apart: number
  readonly sets: Sets
}

interface Pace {
  /** Every how many months; of a year, 12 for each. */
  readonly months: number
  readonly setOf: 'MONTH' | 'YEAR'
}

const planOfMonths = (given: Given, { months, setOf }: Pace): Plan => {
  const { parts, startDay, sets } = given
  const firstMonth = monthOfDay(startDay)
  const takesAll = setOf === 'YEAR' || months === 1
  // Where the months of the years are always the same, they are as if of BYMONTH.
  const isRegular = takesAll || 12 % months === 0 || months % 12 === 0
  const layout: Layout = {
    unit: 'YEAR',
    parts:
      takesAll || !isRegular
        ? parts
        : { ...parts, months: parts.months & everyNth(months, firstMonth) },
    firstMonth,
    monthsApart: isRegular ? 1 : months,
    sets,
    setOf,
  }
  return planIn(layout, given, {
    stride: isRegular ? Math.max(1, months / 12) : 1,
    repetition: leastCommonMultiple(months, 4800) / 12,
    types: isRegular ? YEAR_SHAPES : 12 * YEAR_SHAPES,
  })
}

const everyNth = (months: number, firstMonth: number): number => {
  let bits = 0
  for (let month = mod(firstMonth, Math.min(months, 12)); month < 12; month += months)
    bits |= 2 << month
  return bits
}

const planOfWeeks = (given: Given): Plan => {
  const { parts, startDay, sets, apart } = given
  if (!knowsMonths(parts)) return planIn(cycleOfWeeks(parts, given), given, ONE_TYPE)
  if (apart === 1 && sets.positions.length === 0)
    return planOfMonths(given, { months: 1, setOf: 'YEAR' })
  const layout: Layout = {
    unit: 'WEEK',
    firstDay: startDay - mod(weekdayOf(startDay) - parts.weekStart, 7),
    mask: dayMask(parts),
    sets,
  }
  const repetition = leastCommonMultiple(apart, DAYS_PER_ERA / 7)
  return planIn(layout, given, { stride: apart, repetition, types: 128 })
}

const planOfSteps = (given: Given): Plan => {
  const { parts, clock, startSeconds } = given
  const steps = stepsOf(clock, startSeconds)
  const limited = knowsMonths(parts)
  if (limited && clock.periodSeconds === DAY_SECONDS && clock.interval === 1)
    return planOfMonths(given, { months: 1, setOf: 'YEAR' })
  const cycle = limited ? null : cycleOfSteps(parts, steps)
  if (cycle !== null) return planIn(cycle, given, ONE_TYPE)
  const mask = limited || parts.weekdays !== EVERY_WEEKDAY ? dayMask(parts) : null
  const rhythm = limited ? DAYS_PER_ERA : mask === null ? 1 : 7
  const met = daysMet(steps)
  return planIn({ unit: 'DAY', mask, steps, met }, given, {
    stride: Math.max(1, Math.floor(steps.apart / DAY_SECONDS)),
    repetition: met?.length === 0 ? 0 : leastCommonMultiple(steps.apart / steps.grain, rhythm),
    types: Math.min(steps.apart, DAY_SECONDS) / steps.grain,
  })
}

/** Whether more than weekdays limits the days. */
const knowsMonths = (parts: DayParts): boolean =>
  parts.months !== EVERY_MONTH ||
  parts.monthDays !== EVERY_MONTH_DAY ||
  parts.yearDays.length > 0 ||
  parts.weekNos.length > 0

interface Rhythm {
  readonly stride: number
  readonly repetition: number
  readonly types: number
}

const ONE_TYPE: Rhythm = { stride: 1, repetition: 1, types: 1 }

const planIn = (
  layout: Layout,
  { startDay, clock, sets }: Given,
  { stride, repetition, types }: Rhythm,
): Plan => ({
  layout,
  origin: indexOfDay(layout, startDay),
  stride,
  repetition: clock.times.length === 0 ? 0 : repetition,
  times: sets.positions.length > 0 ? [0] : clock.times,
  starts: [],
  bounds: [],
  types,
  mostInADay:
    sets.positions.length > 0
      ? Math.min(clock.times.length, sets.positions.length)
      : mostStepsInADay(clock) * clock.times.length,
})

/** In the 400 years after which the Gregorian calendar repeats, weekdays included. */
const DAYS_PER_ERA = 146_097

/** More than there are in the years that are walked, so that a longer interval is no different. */
const MOST_PERIODS = 12_000_000
