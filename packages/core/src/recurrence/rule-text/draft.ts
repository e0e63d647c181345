import type { Frequency, RecurrenceRule } from '../rule.js'

/** A rule while its parts are read. `frequency` is null until FREQ was; `seen` names the parts that were. */
export type RuleDraft = {
  -readonly [Part in keyof RecurrenceRule]: Part extends 'frequency'
    ? Frequency | null
    : RecurrenceRule[Part]
} & { readonly seen: Map<string, string> }

/** A rule of which nothing was read: all the defaults. */
export const emptyDraft = (): RuleDraft => ({
  frequency: null,
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
  seen: new Map(),
})
