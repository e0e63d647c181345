import type { RecurrenceRule } from '../rule.js'
import type { Circumstances } from './circumstances.js'

/** A rule while its parts are read. */
export type RuleDraft = { -readonly [Part in keyof RecurrenceRule]: RecurrenceRule[Part] }

/** What is read, what it is held against, and what the parts so far said, in upper case by their names. */
export interface Reading extends Circumstances {
  readonly rule: RuleDraft
  readonly seen: Map<string, string>
}

/** A reading in which nothing was read: all the defaults, and some FREQ. */
export const newReading = ({ mode, start }: Circumstances): Reading => ({
  mode,
  start,
  seen: new Map(),
  rule: {
    frequency: 'YEARLY',
    interval: 1,
    count: null,
    until: null,
    firstDayOfWeek: 'MO',
    byMonth: [],
    byWeekNo: [],
    byYearDay: [],
    byMonthDay: [],
    byDay: [],
    byHour: [],
    byMinute: [],
    bySecond: [],
    bySetPosition: [],
    rscale: null,
    skip: 'OMIT',
  },
})
