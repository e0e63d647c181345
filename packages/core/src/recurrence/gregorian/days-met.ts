import { DAY_SECONDS } from '../../time/units.js'
import { mod } from './calendar.js'
import { ascending } from './set-positions.js'
import type { Steps } from './steps.js'

/**
 * The days in which a step begins that BYHOUR, BYMINUTE and BYSECOND leave, as remainders of their numbers by
 * `apart / grain`, ascending; null if they are most days, or too many to list.
 *
 * A step at `time` of `day` means `day * 86,400 + time = first` modulo `apart`, to be solved for the day.
 */
export const daysMet = ({ clock, first, apart, grain }: Steps): readonly number[] | null => {
  const { periodSeconds, hours, minutes, seconds } = clock
  const rhythm = apart / grain
  if (periodSeconds === DAY_SECONDS || rhythm > MOST_RHYTHM) return null
  const perGrain = inverse(DAY_SECONDS / grain, rhythm)
  const days = new Set<number>()
  for (const hour of hours)
    for (const minute of periodSeconds > 60 ? ONE : minutes)
      for (const second of periodSeconds > 1 ? ONE : seconds) {
        const grains = (first - hour * 3600 - minute * 60 - second) / grain
        if (!Number.isInteger(grains)) continue
        days.add(mod(mod(grains, rhythm) * perGrain, rhythm))
        if (days.size === rhythm || days.size > MOST_DAYS) return null
      }
  return ascending([...days])
}

/** What times `value` leaves 1 when divided by `modulus`, which has no divisor in common with it. */
const inverse = (value: number, modulus: number): number => {
  let [rest, next] = [modulus, value % modulus]
  let [factor, nextFactor] = [0, 1]
  while (next > 0) {
    const quotient = Math.floor(rest / next)
    ;[rest, next] = [next, rest - quotient * next]
    ;[factor, nextFactor] = [nextFactor, factor - quotient * nextFactor]
  }
  return mod(factor, modulus)
}

const ONE = [0]

/** So many are met often enough. */
const MOST_DAYS = 1000

/** The square of which is still exact; steps that rare are few. */
const MOST_RHYTHM = 90_000_000
