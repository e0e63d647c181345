import { DAY_SECONDS } from '../../time/units.js'
import { mod, quotient } from './calendar.js'
import { type DayMask, type Direction, isLeft, nearestLeft } from './day-mask.js'
import type { Growing } from './sets.js'
import type { Steps } from './steps.js'

/** Days in which steps begin, some of which are left. */
export interface Days {
  readonly unit: 'DAY'
  readonly mask: DayMask | null
  readonly steps: Steps
  /** See `daysMet`. */
  readonly met: readonly number[] | null
}

/** By where in the day the first step falls; -1 if none does or the day is not left. */
export const typeOfDay = ({ mask, steps }: Days, day: number): number => {
  if (mask !== null && !isLeft(mask, day)) return -1
  const first = mod(steps.first - day * DAY_SECONDS, steps.apart)
  return first < DAY_SECONDS ? quotient(first, steps.grain) : -1
}

/** Adds the steps in a day of a type that limits on the time of day leave. */
export const addStartsOfDay = (starts: Growing, { steps }: Days, type: number): void => {
  const { first, apart, grain } = steps
  for (let second = type * grain + mod(first, grain); second < DAY_SECONDS; second += apart)
    if (steps.isLeft(second)) starts.push(second)
}

/**
 * A day at or after this one, or at or before, in which something may occur; none between is missed.
 *
 * Limits and steps have two rhythms: goes to the next day that is left, then on to the next one with a
 * step. Asked again from there, it comes nearer.
 */
export const nearestDay = (layout: Days, from: number, direction: Direction): number => {
  const { mask, steps, met } = layout
  const day = mask === null ? from : nearestLeft(mask, from, direction)
  if (met !== null) return nearestMet(layout, met, { day, direction })
  const dayStart = day * DAY_SECONDS
  const beyond = direction > 0 ? steps.first - dayStart : dayStart + DAY_SECONDS - 1 - steps.first
  return day + direction * Math.floor(mod(beyond, steps.apart) / DAY_SECONDS)
}

const nearestMet = (
  { steps }: Days,
  met: readonly number[],
  { day, direction }: { readonly day: number; readonly direction: Direction },
): number => {
  const rhythm = steps.apart / steps.grain
  const remainder = mod(day, rhythm)
  let low = 0
  let high = met.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((met[middle] ?? 0) < remainder + (direction > 0 ? 0 : 1)) low = middle + 1
    else high = middle
  }
  const nearest =
    direction > 0
      ? (met[low] ?? (met[0] ?? 0) + rhythm)
      : (met[low - 1] ?? (met.at(-1) ?? 0) - rhythm)
  return day + nearest - remainder
}
