import { DAY_SECONDS } from '../../time/units.js'
import { greatestCommonDivisor, quotient } from './calendar.js'
import type { Clock } from './clock.js'

/** Periods of a day or less, in seconds: when the first begins, and how far apart they are. */
export interface Steps {
  readonly first: number
  readonly apart: number
  /** What every beginning within a day is a multiple of, shifted alike. */
  readonly grain: number
  readonly clock: Clock
  /** Whether BYHOUR, BYMINUTE and BYSECOND leave the period that begins at a second of the day. */
  readonly isLeft: (second: number) => boolean
}

/** The steps of a rule that starts at `startSeconds`. */
export const stepsOf = (clock: Clock, startSeconds: number): Steps => {
  const apart = Math.min(clock.periodSeconds * clock.interval, MOST_SECONDS)
  return {
    first: Math.floor(startSeconds / clock.periodSeconds) * clock.periodSeconds,
    apart,
    grain: greatestCommonDivisor(apart, DAY_SECONDS),
    clock,
    isLeft: limitsOf(clock),
  }
}

const limitsOf = (clock: Clock): Steps['isLeft'] => {
  const { periodSeconds } = clock
  if (periodSeconds === DAY_SECONDS) return () => true
  const hours = maskOf(clock.hours)
  const minutes = maskOf(clock.minutes)
  const seconds = maskOf(clock.seconds)
  return (second) =>
    isIn(hours, quotient(second, 3600)) &&
    (periodSeconds > 60 || isIn(minutes, quotient(second, 60) % 60)) &&
    (periodSeconds > 1 || isIn(seconds, second % 60))
}

/** Which of the numbers to 31, and of those from 32, are in a list, as bits. */
type Mask = readonly [low: number, high: number]

const maskOf = (values: readonly number[]): Mask => {
  let low = 0
  let high = 0
  for (const value of values)
    if (value < 32) low |= 1 << value
    else high |= 1 << (value - 32)
  return [low, high]
}

const isIn = ([low, high]: Mask, value: number): boolean =>
  (((value < 32 ? low : high) >>> (value & 31)) & 1) === 1

/** How many steps may begin in a day: hardly more than in the fullest. */
export const mostStepsInADay = (clock: Clock): number => {
  const { periodSeconds, interval, hours, minutes, seconds } = clock
  if (periodSeconds === DAY_SECONDS) return 1
  const left =
    hours.length *
    (periodSeconds > 60 ? 1 : minutes.length) *
    (periodSeconds > 1 ? 1 : seconds.length)
  return Math.min(left, Math.ceil(DAY_SECONDS / (periodSeconds * interval)))
}

/** More than there are in the years that are walked, so that a longer interval is no different. */
const MOST_SECONDS = 1e12
