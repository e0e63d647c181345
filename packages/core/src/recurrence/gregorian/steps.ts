import { DAY_SECONDS } from '../../time/units.js'
import { greatestCommonDivisor } from './calendar.js'
import type { Clock } from './clock.js'

/** Periods of a day or less, in seconds: when the first begins, and how far apart they are. */
export interface Steps {
  readonly first: number
  readonly apart: number
  /** What every beginning within a day is a multiple of, shifted alike. */
  readonly grain: number
  readonly clock: Clock
}

/** The steps of a rule that starts at `startSeconds`. */
export const stepsOf = (clock: Clock, startSeconds: number): Steps => {
  const apart = Math.min(clock.periodSeconds * clock.interval, MOST_SECONDS)
  return {
    first: Math.floor(startSeconds / clock.periodSeconds) * clock.periodSeconds,
    apart,
    grain: greatestCommonDivisor(apart, DAY_SECONDS),
    clock,
  }
}

/** Whether BYHOUR, BYMINUTE and BYSECOND leave the period that begins at this second of the day. */
export const isStepLeft = (clock: Clock, second: number): boolean => {
  const { periodSeconds, hours, minutes, seconds } = clock
  return (
    periodSeconds === DAY_SECONDS ||
    ((hours.length === 24 || hours.includes(Math.floor(second / 3600))) &&
      (periodSeconds > 60 ||
        minutes.length === 60 ||
        minutes.includes(Math.floor(second / 60) % 60)) &&
      (periodSeconds > 1 || seconds.length === 60 || seconds.includes(second % 60)))
  )
}

/** How many steps may begin in a day: hardly more than in the fullest. */
export const mostStepsInADay = ({ clock, apart }: Steps): number => {
  const { periodSeconds, hours, minutes, seconds } = clock
  if (periodSeconds === DAY_SECONDS) return 1
  const left =
    hours.length *
    (periodSeconds > 60 ? 1 : minutes.length) *
    (periodSeconds > 1 ? 1 : seconds.length)
  return Math.min(left, Math.ceil(DAY_SECONDS / apart))
}

/** More than there are in the years that are walked, so that a longer interval is no different. */
const MOST_SECONDS = 1e12
