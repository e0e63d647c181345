import { DAY_SECONDS, mod } from './calendar.js'
import { type DayMask, type Direction, isLeft, nearestLeft } from './day-mask.js'
import type { Growing } from './sets.js'
import { isStepLeft, type Steps } from './steps.js'

/** Days in which steps begin, some of which are left. */
export interface Days {
  readonly unit: 'DAY'
  readonly mask: DayMask | null
  readonly steps: Steps
}

/** By where in the day the first step falls; -1 if none does or the day is not left. */
export const typeOfDay = ({ mask, steps }: Days, day: number): number => {
  if (mask !== null && !isLeft(mask, day)) return -1
  const first = mod(steps.first - day * DAY_SECONDS, steps.apart)
  return first < DAY_SECONDS ? Math.floor(first / steps.grain) : -1
}

/** Adds the steps in a day of a type that limits on the time of day leave. */
export const addStartsOfDay = (starts: Growing, { steps }: Days, type: number): void => {
  const { first, apart, grain, clock } = steps
  for (let second = type * grain + mod(first, grain); second < DAY_SECONDS; second += apart)
    if (isStepLeft(clock, second)) starts.push(second)
}

/**
 * A day at or after this one, or at or before, in which something may occur; none between is missed.
 *
 * Limits and steps have two rhythms: goes to the next day that is left, then on to the next one with a
 * step. Asked again from there, it comes nearer.
 */
export const nearestDay = ({ mask, steps }: Days, from: number, direction: Direction): number => {
  const { first, apart } = steps
  const day = mask === null ? from : nearestLeft(mask, from, direction)
  const dayStart = day * DAY_SECONDS
  const beyond = direction > 0 ? first - dayStart : dayStart + DAY_SECONDS - 1 - first
  return day + direction * Math.floor(mod(beyond, apart) / DAY_SECONDS)
}
