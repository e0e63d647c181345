/** Options as `rrule` takes them, by form alone: what is read of them. */
export interface RRuleOptions {
  readonly freq?: number | null
  readonly dtstart?: Date | null
  readonly tzid?: string | null
  readonly interval?: number | null
  readonly count?: number | null
  readonly until?: Date | null
  readonly wkst?: RRuleWeekday | null
  readonly bysetpos?: OneOrMany<number>
  readonly bymonth?: OneOrMany<number>
  readonly bymonthday?: OneOrMany<number>
  readonly bynmonthday?: OneOrMany<number>
  readonly byyearday?: OneOrMany<number>
  readonly byweekno?: OneOrMany<number>
  readonly byweekday?: OneOrMany<RRuleWeekday>
  readonly byhour?: OneOrMany<number>
  readonly byminute?: OneOrMany<number>
  readonly bysecond?: OneOrMany<number>
  readonly byeaster?: number | null
}

/** A day of the week in any of rrule's forms: 0 for Monday, `MO`, or an object with an ordinal. */
export type RRuleWeekday = number | string | { readonly weekday: number; readonly n?: number }

/** One value, or a list of them, or nothing. */
export type OneOrMany<T> = T | readonly T[] | null | undefined

/** As rrule numbers them. */
export const RRULE_FREQUENCIES = [
  'YEARLY',
  'MONTHLY',
  'WEEKLY',
  'DAILY',
  'HOURLY',
  'MINUTELY',
  'SECONDLY',
] as const
