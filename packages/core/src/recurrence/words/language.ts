import type { Frequency } from '../rule.js'

/** The languages a rule can be said in. */
export type WordsLocale = 'en' | 'de'

/** What a number in a list counts. */
export type TimeUnit = 'Hour' | 'Minute' | 'Second'

/** What ordinals of days count in. */
export type DaysOf = 'Month' | 'Year'

/** How one language says the parts of a rule. Lists arrive as words and are joined by the language. */
export interface Language {
  readonly locale: WordsLocale
  readonly every: (frequency: Frequency, interval: number) => string
  /** Within a list: `8 to 12`. */
  readonly to: (first: string, last: string) => string
  /** For a whole list: `from Monday to Friday`. */
  readonly fromTo: (first: string, last: string) => string
  readonly inMonths: (names: readonly string[]) => string
  readonly monthOfCalendar: (month: number, kind: 'Leap' | 'Plain') => string
  readonly inWeeks: (weeks: readonly number[]) => string
  readonly onDays: (days: readonly number[], of: DaysOf) => string
  readonly onWeekdays: (days: readonly string[]) => string
  readonly onEach: (days: WeekdayWords, of: DaysOf) => string
  readonly ifItIs: (days: WeekdayWords, of: DaysOf) => string
  readonly only: (clause: string) => string
  readonly atTimes: (times: readonly string[]) => string
  readonly inUnits: (unit: TimeUnit, values: readonly string[]) => string
  readonly positions: (positions: readonly number[], frequency: Frequency) => string
  readonly until: (date: string) => string
  readonly times: (count: number) => string
  readonly inCalendar: (name: string) => string
  readonly skipped: Readonly<Record<'BACKWARD' | 'FORWARD', string>>
}

/** Days of the week by name: every one, and those with an ordinal. */
export interface WeekdayWords {
  readonly plain: readonly string[]
  readonly nth: readonly { readonly name: string; readonly nth: number }[]
}

/** The name of a day of the week, Monday being 0. */
export const weekdayName = (index: number, locale: WordsLocale): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(
    (FIRST_MONDAY + index) * DAY_MS,
  )

/** The name of a month, January being 1. */
export const monthName = (month: number, locale: WordsLocale): string =>
  new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2001, month - 1, 1),
  )

/** Joins by the language's `and` or `or`. */
export const joined = (
  words: readonly string[],
  locale: WordsLocale,
  type: 'conjunction' | 'disjunction',
): string => {
  const list = new Intl.ListFormat(locale, { type }).format(words)
  // No comma before `and`, as rrule's own words have none.
  return locale === 'en' ? list.replace(/, (and|or) (?!.*, (?:and|or) )/, ' $1 ') : list
}

/** 1970-01-05. */
const FIRST_MONDAY = 4
const DAY_MS = 86_400_000
