import { DAY_SECONDS } from '../../time/units.js'
import type { Frequency, RecurrenceRule } from '../rule.js'
import { mod } from './calendar.js'
import { ascending, positionsIn } from './set-positions.js'

/**
 * The times of a rule: periods of a day or less that repeat, and what each of them holds.
 *
 * |          | SECONDLY | MINUTELY | HOURLY | DAILY to YEARLY |
 * | -------- | -------- | -------- | ------ | --------------- |
 * | BYHOUR   | limit    | limit    | limit  | expand          |
 * | BYMINUTE | limit    | limit    | expand | expand          |
 * | BYSECOND | limit    | expand   | expand | expand          |
 *
 * What limits is in `hours`, `minutes` and `seconds`; what expands is in `times`, in seconds from the
 * beginning of the period.
 */
export interface Clock {
  readonly periodSeconds: number
  readonly interval: number
  readonly times: readonly number[]
  readonly hours: readonly number[]
  readonly minutes: readonly number[]
  readonly seconds: readonly number[]
}

/** What a rule says of the time of day; `secondOfDay` is DTSTART's. Dates know no BYHOUR, BYMINUTE, BYSECOND. */
export const clockOf = (
  rule: RecurrenceRule,
  secondOfDay: number,
  kind: 'Date' | 'Time',
): Clock => {
  const periodSeconds = PERIOD_SECONDS[rule.frequency]
  const timed = kind === 'Time'
  const part = (values: readonly number[], size: number, unit: number): readonly number[] => {
    if (timed && values.length > 0)
      return ascending(values.filter((value) => value >= 0 && value < size))
    return periodSeconds > unit
      ? [Math.floor(secondOfDay / unit) % size]
      : size === 24
        ? EVERY_HOUR
        : EVERY_SIXTIETH
  }
  const hours = part(rule.byHour, 24, 3600)
  const minutes = part(rule.byMinute, 60, 60)
  const seconds = part(rule.bySecond, 60, 1)

  let times: readonly number[] = [0]
  if (periodSeconds > 1) times = seconds
  if (periodSeconds > 60) times = product(minutes, 60, times)
  if (periodSeconds > 3600) times = product(hours, 3600, times)
  if (rule.bySetPosition.length > 0 && isDailyOrLess(rule.frequency)) {
    const candidates = times
    times = positionsIn(times.length, rule.bySetPosition).map((index) => candidates[index] ?? 0)
  }
  return coarsened(
    { periodSeconds, interval: rule.interval, times, hours, minutes, seconds },
    secondOfDay,
  )
}

/** Whether a period of this frequency is a day or part of one. */
export const isDailyOrLess = (frequency: Frequency): boolean =>
  frequency !== 'YEARLY' && frequency !== 'MONTHLY' && frequency !== 'WEEKLY'

/**
 * The same times in longer periods: where INTERVAL divides the hour's minutes, `MINUTELY;INTERVAL=15` is
 * `HOURLY;BYMINUTE=0,15,30,45`, and so up to the day, unless a period would hold too many.
 */
const coarsened = (clock: Clock, secondOfDay: number): Clock => {
  const { periodSeconds, interval, times } = clock
  if (periodSeconds === DAY_SECONDS) return clock
  const size = periodSeconds === 3600 ? 24 : 60
  if (size % interval !== 0) return clock
  const limit =
    periodSeconds === 1 ? clock.seconds : periodSeconds === 60 ? clock.minutes : clock.hours
  const first = Math.floor(secondOfDay / periodSeconds)
  const starts = limit.filter((value) => mod(value - first, interval) === 0)
  if (starts.length * times.length > MOST_TIMES) return clock
  const longer = {
    ...clock,
    periodSeconds: periodSeconds * size,
    interval: 1,
    times: product(starts, periodSeconds, times),
  }
  return coarsened(longer, secondOfDay)
}

const MOST_TIMES = 1440

/** Every time after every start, in order. */
const product = (
  starts: readonly number[],
  unit: number,
  times: readonly number[],
): readonly number[] => {
  const sums: number[] = []
  for (const start of starts) for (const time of times) sums.push(start * unit + time)
  return sums
}

const PERIOD_SECONDS: Readonly<Record<Frequency, number>> = {
  SECONDLY: 1,
  MINUTELY: 60,
  HOURLY: 3600,
  DAILY: DAY_SECONDS,
  WEEKLY: DAY_SECONDS,
  MONTHLY: DAY_SECONDS,
  YEARLY: DAY_SECONDS,
}

const EVERY_SIXTIETH = Array.from({ length: 60 }, (_, value) => value)
const EVERY_HOUR = EVERY_SIXTIETH.slice(0, 24)
