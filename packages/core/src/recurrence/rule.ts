/** How often a rule repeats. @see https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10 */
export type Frequency =
  'SECONDLY' | 'MINUTELY' | 'HOURLY' | 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY'

/** A day of the week, as RFC 5545 writes it. */
export type Weekday = 'MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA' | 'SU'

/** A day of the week, or the nth (from the end when negative) of the month or year. */
export interface NthDay {
  readonly day: Weekday
  readonly nthOfPeriod: number | null
}

/** A month of the rule's calendar, 1 to 13; leap months exist only outside the Gregorian one. */
export interface Month {
  readonly month: number
  readonly leap: boolean
}

/**
 * The last moment a rule may yield: a date, a local time in the event's own zone (in seconds as if in
 * UTC), or an instant (in seconds).
 */
export type Until =
  | { readonly type: 'Date'; readonly day: number }
  | { readonly type: 'Local'; readonly localSeconds: number }
  | { readonly type: 'Utc'; readonly epochSeconds: number }

/** What becomes of a date that its month or year does not have. @see https://www.rfc-editor.org/rfc/rfc7529#section-4.1 */
export type Skip = 'OMIT' | 'BACKWARD' | 'FORWARD'

/**
 * A recurrence rule, by the names of RFC 8984 and the words of RFC 5545.
 *
 * An empty list is a part that is not there. `count` and `until` are never both set. `rscale` is null for
 * the Gregorian calendar. Days are numbered from 1970-01-01.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8984#section-4.3.3
 */
export interface RecurrenceRule {
  readonly frequency: Frequency
  readonly interval: number
  readonly count: number | null
  readonly until: Until | null
  readonly firstDayOfWeek: Weekday
  readonly byMonth: readonly Month[]
  readonly byWeekNo: readonly number[]
  readonly byYearDay: readonly number[]
  readonly byMonthDay: readonly number[]
  readonly byDay: readonly NthDay[]
  readonly byHour: readonly number[]
  readonly byMinute: readonly number[]
  readonly bySecond: readonly number[]
  readonly bySetPosition: readonly number[]
  readonly rscale: string | null
  readonly skip: Skip
}
