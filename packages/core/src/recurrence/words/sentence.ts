import { twoDigits } from '../../time/digits.js'
import { tidy } from '../canonical/tidy.js'
import type { RecurrenceRule } from '../rule.js'
import { WEEKDAYS } from '../weekdays.js'
import { endWords } from './end-words.js'
import { english } from './english.js'
import { german } from './german.js'
import {
  type DaysOf,
  type Language,
  monthName,
  type TimeUnit,
  weekdayName,
  type WeekdayWords,
  type WordsLocale,
} from './language.js'
import { runs } from './runs.js'

/**
 * Says a rule in one sentence, without a full stop: all its parts, and nothing of its start.
 *
 * UNTIL is said as its date in `timeZone`.
 */
export const sentence = (
  rule: RecurrenceRule,
  { locale, timeZone }: { readonly locale: WordsLocale; readonly timeZone: string },
): string => {
  const language = LANGUAGES[locale]
  const tidied = tidy(rule)
  const clauses = [
    language.every(rule.frequency, rule.interval),
    ...months(tidied, language),
    ...days(tidied, language),
    ...times(tidied, language),
    ...asides(tidied, language),
    ...endWords(tidied, language, timeZone),
  ]
  return clauses.join(' ').replaceAll(' ,', ',')
}

const LANGUAGES: Readonly<Record<WordsLocale, Language>> = { en: english, de: german }

type Clauses = readonly string[]

const months = ({ byMonth, rscale }: RecurrenceRule, language: Language): Clauses => {
  if (byMonth.length === 0) return []
  const { locale, monthOfCalendar } = language
  const names = byMonth.map(({ month, leap }) =>
    rscale === null ? monthName(month, locale) : monthOfCalendar(month, leap ? 'Leap' : 'Plain'),
  )
  const numbers = byMonth.map(({ month }) => month)
  return [fromTo(numbers, names, language) ?? language.inMonths(names)]
}

const days = (rule: RecurrenceRule, language: Language): Clauses => {
  const { byDay, byMonthDay, byWeekNo, byYearDay } = rule
  const numbered = [
    ...(byYearDay.length > 0 ? [language.onDays(byYearDay.toSorted(fromTheStart), 'Year')] : []),
    ...(byMonthDay.length > 0 ? [language.onDays(byMonthDay.toSorted(fromTheStart), 'Month')] : []),
  ]
  const weeks = byWeekNo.length > 0 ? [language.inWeeks(byWeekNo.toSorted(fromTheStart))] : []
  if (byDay.length === 0) return [...numbered, ...weeks]
  if (numbered.length === 0) return [weekdays(rule, language), ...weeks]
  return [...numbered, ...weeks, ',', language.ifItIs(wordsOf(rule, language), daysOf(rule))]
}

/** The first, the second, ... the last but one, the last. */
const fromTheStart = (a: number, b: number): number => (a > 0 === b > 0 ? a - b : b - a)

const weekdays = (rule: RecurrenceRule, language: Language): string => {
  const words = wordsOf(rule, language)
  const isEach = rule.frequency === 'MONTHLY' || rule.frequency === 'YEARLY'
  const isChosenFrom = rule.bySetPosition.length > 0 || rule.byWeekNo.length > 0
  if (words.nth.length > 0 || (isEach && !isChosenFrom)) return language.onEach(words, daysOf(rule))
  const numbers = rule.byDay.map(({ day }) => WEEKDAYS.indexOf(day))
  const plain = fromTo(numbers, words.plain, language) ?? language.onWeekdays(words.plain)
  return isLimit(rule) ? `, ${language.only(plain)}` : plain
}

/** Null unless they are three or more neighbours. */
const fromTo = (
  numbers: readonly number[],
  names: readonly string[],
  language: Language,
): string | null => {
  const [first, last] = [names[0], names.at(-1)]
  const isRun = numbers.every((n, i) => i === 0 || n === (numbers[i - 1] ?? 0) + 1)
  return isRun && numbers.length >= 3 && first !== undefined && last !== undefined
    ? language.fromTo(first, last)
    : null
}

/** A rule by days or less leaves days out; one by weeks adds them. */
const isLimit = ({ frequency, interval }: RecurrenceRule): boolean =>
  frequency === 'DAILY' ? interval > 1 : frequency !== 'WEEKLY' && isWithinDay(frequency)

const isWithinDay = (frequency: RecurrenceRule['frequency']): boolean =>
  frequency === 'SECONDLY' || frequency === 'MINUTELY' || frequency === 'HOURLY'

const wordsOf = ({ byDay }: RecurrenceRule, { locale }: Language): WeekdayWords => {
  const name = (day: (typeof WEEKDAYS)[number]) => weekdayName(WEEKDAYS.indexOf(day), locale)
  return {
    plain: byDay.filter((day) => day.nthOfPeriod === null).map(({ day }) => name(day)),
    nth: byDay
      .flatMap(({ day, nthOfPeriod }) =>
        nthOfPeriod === null ? [] : [{ name: name(day), nth: nthOfPeriod }],
      )
      .toSorted((a, b) => fromTheStart(a.nth, b.nth)),
  }
}

const daysOf = ({ frequency, byMonth }: RecurrenceRule): DaysOf =>
  frequency === 'MONTHLY' || byMonth.length > 0 ? 'Month' : 'Year'

const times = (rule: RecurrenceRule, language: Language): Clauses => {
  const { byHour, byMinute, bySecond } = rule
  const count = byHour.length * byMinute.length * Math.max(bySecond.length, 1)
  if (count > 0 && count <= MOST_TIMES && !isWithinDay(rule.frequency))
    return [language.atTimes(clockTimes(rule))]
  return [
    ...units('Hour', byHour, language),
    ...units('Minute', byMinute, language),
    ...units('Second', bySecond, language),
  ]
}

const clockTimes = ({ byHour, byMinute, bySecond }: RecurrenceRule): readonly string[] =>
  byHour.flatMap((hour) =>
    byMinute.flatMap((minute) => {
      const time = `${twoDigits(hour)}:${twoDigits(minute)}`
      const seconds = bySecond.map((second) => `${time}:${twoDigits(second)}`)
      const isWholeMinute = bySecond.length === 1 && bySecond[0] === 0
      return seconds.length === 0 || isWholeMinute ? [time] : seconds
    }),
  )

const units = (unit: TimeUnit, values: readonly number[], language: Language): Clauses =>
  values.length === 0 ? [] : [language.inUnits(unit, runs(values, language.to))]

const asides = (
  { bySetPosition, frequency, rscale, skip }: RecurrenceRule,
  language: Language,
): Clauses => [
  ...(bySetPosition.length > 0
    ? [',', language.positions(bySetPosition.toSorted(fromTheStart), frequency)]
    : []),
  ...(skip === 'OMIT' ? [] : [',', language.skipped[skip]]),
  ...(rscale === null ? [] : [',', language.inCalendar(calendarName(rscale, language.locale))]),
]

const calendarName = (rscale: string, locale: WordsLocale): string =>
  new Intl.DisplayNames(locale, { type: 'calendar' }).of(rscale) ?? rscale

/** More clock times than these are said by their hours and minutes. */
const MOST_TIMES = 6
