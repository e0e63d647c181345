import type { Instant } from '@kalends/core'

/** The same date and time of day in UTC, years later; 1 March where a year has no 29 February. */
export const addYears = (instant: Instant, years: number): Instant => {
  const date = new Date(instant)
  return date.setUTCFullYear(date.getUTCFullYear() + years)
}
