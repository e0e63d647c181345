import { DAY_SECONDS } from '../../time/units.js'
import { weekFrom, addDays } from './bits.js'
import { leastCommonMultiple, mod, weekdayOf } from './calendar.js'
import { type DayParts, EVERY_WEEKDAY } from './day-parts.js'
import { type Growing, addSet, type Sets } from './sets.js'
import type { Steps } from './steps.js'

/**
 * Periods of so many days, all alike, one of which begins on `firstDay`.
 *
 * Each is `times` times the same, so that walking it is mostly copying.
 */
export interface Cycle {
  readonly unit: 'CYCLE'
  readonly firstDay: number
  readonly days: number
  /** What occurs in `days / times`, in seconds from their beginning. */
  readonly starts: Growing
  readonly times: number
}

/** Adds the starts in a period. */
export const addStartsOfCycle = (starts: Growing, cycle: Cycle): void => {
  const seconds = (cycle.days / cycle.times) * DAY_SECONDS
  for (let time = 0; time < cycle.times; time += 1)
    for (const start of cycle.starts) starts.push(start + time * seconds)
}

/** Every nth week from that of the start, which begins on WKST. */
export const cycleOfWeeks = (
  parts: DayParts,
  {
    apart,
    startDay,
    sets,
  }: { readonly apart: number; readonly startDay: number; readonly sets: Sets },
): Cycle => {
  const { weekdays, weekStart } = parts
  const days: Growing = []
  const starts: Growing = []
  addDays(days, weekFrom(weekdays, weekStart), 0)
  addSet(starts, days, sets)
  const intoWeek = mod(weekdayOf(startDay) - weekStart, 7)
  return repeated(starts, startDay - intoWeek, 7 * apart)
}

/** Steps, and weekdays that limit them; null if they would be too many. */
export const cycleOfSteps = (parts: DayParts, steps: Steps): Cycle | null => {
  const { first, apart, grain, isLeft } = steps
  const limited = parts.weekdays !== EVERY_WEEKDAY
  const days = leastCommonMultiple(apart / grain, limited ? 7 : 1)
  if ((days * DAY_SECONDS) / apart > MOST_STEPS) return null
  const firstDay = Math.floor(first / DAY_SECONDS)
  const weekdays = weekFrom(parts.weekdays, weekdayOf(firstDay))
  const starts: Growing = []
  for (
    let second = mod(first - firstDay * DAY_SECONDS, apart);
    second < days * DAY_SECONDS;
    second += apart
  ) {
    const day = Math.floor(second / DAY_SECONDS)
    const isDayLeft = ((weekdays >>> (day % 7)) & 1) === 1
    if (isDayLeft && isLeft(second - day * DAY_SECONDS)) starts.push(second)
  }
  return repeated(starts, firstDay, days)
}

const repeated = (starts: Growing, firstDay: number, days: number): Cycle => {
  const enough = Math.floor(Math.min(ENOUGH_STARTS / starts.length, ENOUGH_DAYS / days))
  const times = starts.length > 0 ? Math.max(enough, 1) : 1
  return { unit: 'CYCLE', firstDay, days: days * times, starts, times }
}

const MOST_STEPS = 200
const ENOUGH_STARTS = 64

/** Their seconds are still small integers. */
const ENOUGH_DAYS = 10_000
