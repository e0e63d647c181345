import type { Frequency } from '../rule.js'
import { joined, type Language } from './language.js'

const and = (words: readonly string[]): string => joined(words, 'en', 'conjunction')
const or = (words: readonly string[]): string => joined(words, 'en', 'disjunction')

const SUFFIXES: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' }
const ordinal = (n: number): string =>
  `${n}${SUFFIXES[new Intl.PluralRules('en', { type: 'ordinal' }).select(n)] ?? 'th'}`

const nth = (n: number): string => {
  if (n > 0) return ordinal(n)
  return n === -1 ? 'last' : `${ordinal(-n)} to last`
}

const NOUNS: Readonly<Record<Frequency, string>> = {
  SECONDLY: 'second',
  MINUTELY: 'minute',
  HOURLY: 'hour',
  DAILY: 'day',
  WEEKLY: 'week',
  MONTHLY: 'month',
  YEARLY: 'year',
}

const ends = { Month: 'of the month', Year: 'of the year' }

/** A rule in English. */
export const english: Language = {
  locale: 'en',
  every: (frequency, interval) =>
    interval === 1 ? `every ${NOUNS[frequency]}` : `every ${interval} ${NOUNS[frequency]}s`,
  to: (first, last) => `${first} to ${last}`,
  fromTo: (first, last) => `from ${first} to ${last}`,
  inMonths: (names) => `in ${and(names)}`,
  monthOfCalendar: (month, kind) => (kind === 'Leap' ? `leap month ${month}` : `month ${month}`),
  inWeeks: (weeks) =>
    weeks.every((week) => week > 0)
      ? `in ${weeks.length === 1 ? 'week' : 'weeks'} ${and(weeks.map(String))}`
      : `in the ${and(weeks.map(nth))} week of the year`,
  onDays: (days, of) => `on the ${and(days.map(nth))} day ${ends[of]}`,
  onWeekdays: (days) => `on ${and(days)}`,
  onEach: (days, of) =>
    `on ${and([
      ...days.plain.map((name) => `every ${name}`),
      ...days.nth.map((day) => `the ${nth(day.nth)} ${day.name}`),
    ])}${days.nth.length > 0 ? ` ${ends[of]}` : ''}`,
  ifItIs: (days, of) =>
    `if it is ${or([
      ...days.plain.map((name) => `a ${name}`),
      ...days.nth.map((day) => `the ${nth(day.nth)} ${day.name} ${ends[of]}`),
    ])}`,
  only: (clause) => `but only ${clause}`,
  atTimes: (times) => `at ${and(times)}`,
  inUnits: (unit, values) => {
    const noun = unit.toLowerCase()
    const isOne = values.length === 1 && /^\d+$/.test(values.join())
    return `${unit === 'Hour' ? 'in' : 'at'} ${noun}${isOne ? '' : 's'} ${and(values)}`
  },
  positions: (positions, frequency) =>
    `but only the ${and(positions.map(nth))} of these in the ${NOUNS[frequency]}`,
  until: (date) => `until ${date}`,
  times: (count) => (count === 1 ? 'for 1 time' : `for ${count} times`),
  inCalendar: (name) => `in the ${name}`,
  skipped: {
    BACKWARD: 'or the day before where there is no such day',
    FORWARD: 'or the day after where there is no such day',
  },
}
