import type { RecurrenceRule } from '@kalends/core/recurrence'
import { isDayOf, periodOfDays } from './recurrence-model-days.js'

/**
 * The occurrences of a rule from its start to `to` (excluded), by the words of RFC 5545, slowly.
 *
 * Local seconds. Period after period from the start, every day or second of it is held against every
 * part: nothing is sought, compiled or remembered. Gregorian, without SKIP and UNTIL.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10
 */
export const occurrencesByDefinition = (
  rule: RecurrenceRule,
  start: number,
  to: number,
): readonly number[] => {
  const found: number[] = []
  for (const period of periodsOf(rule, start, to)) {
    for (const seconds of picked(rule.bySetPosition, period)) {
      if (found.length === rule.count) return found
      if (seconds >= start && seconds < to) found.push(seconds)
    }
  }
  return found
}

/** BYSETPOS. */
const picked = (positions: readonly number[], set: readonly number[]): readonly number[] =>
  positions.length === 0
    ? set
    : set.filter(
        (_, index) => positions.includes(index + 1) || positions.includes(index - set.length),
      )

const periodsOf = (rule: RecurrenceRule, start: number, to: number) => {
  switch (rule.frequency) {
    case 'SECONDLY':
      return shortPeriods(rule, { start, to, unit: 1 })
    case 'MINUTELY':
      return shortPeriods(rule, { start, to, unit: 60 })
    case 'HOURLY':
      return shortPeriods(rule, { start, to, unit: 3600 })
    case 'DAILY':
    case 'WEEKLY':
    case 'MONTHLY':
    case 'YEARLY':
      return longPeriods(rule, start, to)
  }
}

interface Stretch {
  readonly start: number
  readonly to: number
  readonly unit: number
}

/** Hours, minutes or seconds: their own parts limit them, the smaller ones expand them. */
function* shortPeriods(rule: RecurrenceRule, { start, to, unit }: Stretch): Periods {
  for (let at = Math.floor(start / unit) * unit; at < to; at += unit * rule.interval) {
    const [hour, minute, second] = clockOf(at)
    const minutes = unit > 60 ? given(rule.byMinute, clockOf(start)[1]) : [minute]
    const seconds = unit > 1 ? given(rule.bySecond, clockOf(start)[2]) : [second]
    const isIn =
      isAmong(rule.byHour, hour) &&
      (unit > 60 || isAmong(rule.byMinute, minute)) &&
      (unit > 1 || isAmong(rule.bySecond, second)) &&
      isDayOf(rule, dayOf(start))(dayOf(at))
    yield isIn ? times([hour], minutes, seconds).map((time) => dayOf(at) * DAY_SECONDS + time) : []
  }
}

/** Days, weeks, months or years: those of their days that every part of days allows, at every time. */
function* longPeriods(rule: RecurrenceRule, start: number, to: number): Periods {
  const isDay = isDayOf(rule, dayOf(start))
  const [hour, minute, second] = clockOf(start)
  const timesOfDay = times(
    given(rule.byHour, hour),
    given(rule.byMinute, minute),
    given(rule.bySecond, second),
  )
  for (let number = 0; ; number += rule.interval) {
    const { first, end } = periodOfDays(rule, dayOf(start), number)
    if (first * DAY_SECONDS >= to) return
    const days = Array.from({ length: end - first }, (_, index) => first + index).filter(isDay)
    yield days.flatMap((day) => timesOfDay.map((time) => day * DAY_SECONDS + time))
  }
}

type Periods = Generator<readonly number[], void>

type Clock = readonly [hour: number, minute: number, second: number]

const clockOf = (at: number): Clock => {
  const second = at - dayOf(at) * DAY_SECONDS
  return [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60]
}

const dayOf = (at: number): number => Math.floor(at / DAY_SECONDS)

const given = (part: readonly number[], ofStart: number): readonly number[] =>
  part.length === 0 ? [ofStart] : part

const isAmong = (part: readonly number[], value: number): boolean =>
  part.length === 0 || part.includes(value)

const times = (
  hours: readonly number[],
  minutes: readonly number[],
  seconds: readonly number[],
): readonly number[] =>
  hours
    .flatMap((h) => minutes.flatMap((m) => seconds.map((s) => h * 3600 + m * 60 + s)))
    .toSorted((a, b) => a - b)

const DAY_SECONDS = 86_400
