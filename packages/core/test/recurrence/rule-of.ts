import type { Frequency, RecurrenceRule, Weekday } from '../../src/recurrence/rule.js'

/** The midnight or moment `1997-09-02` or `1997-09-02T09:00:00` in local seconds. */
export const at = (text: string): number => Date.parse(`${text.padEnd(19, 'T00:00:00')}Z`) / 1000

/** Local seconds as `at` reads them. */
export const shown = (seconds: number): string =>
  new Date(seconds * 1000).toISOString().slice(0, 19)

/** The rule without any part. */
export const bare = (frequency: Frequency): RecurrenceRule => ({
  frequency,
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
})

/** Reads a rule that is known to be well-formed; UNTIL is a local time, `1997-12-24T00:00:00`, or a date. */
export const ruleOf = (text: string): RecurrenceRule => {
  const parts = new Map(text.split(';').map((part) => part.split('=') as [string, string]))
  const numbers = (name: string): readonly number[] => parts.get(name)?.split(',').map(Number) ?? []
  const until = parts.get('UNTIL')
  const count = parts.get('COUNT')
  return {
    ...bare(parts.get('FREQ') as Frequency),
    interval: Number(parts.get('INTERVAL') ?? 1),
    count: count === undefined ? null : Number(count),
    until:
      until === undefined
        ? null
        : until.length === 10
          ? { type: 'Date', day: at(until) / 86_400 }
          : { type: 'Local', localSeconds: at(until) },
    firstDayOfWeek: (parts.get('WKST') ?? 'MO') as Weekday,
    byMonth: numbers('BYMONTH').map((month) => ({ month, leap: false })),
    byWeekNo: numbers('BYWEEKNO'),
    byYearDay: numbers('BYYEARDAY'),
    byMonthDay: numbers('BYMONTHDAY'),
    byDay: (parts.get('BYDAY')?.split(',') ?? []).map((day) => ({
      day: day.slice(-2) as Weekday,
      nthOfPeriod: day.length > 2 ? Number(day.slice(0, -2)) : null,
    })),
    byHour: numbers('BYHOUR'),
    byMinute: numbers('BYMINUTE'),
    bySecond: numbers('BYSECOND'),
    bySetPosition: numbers('BYSETPOS'),
  }
}
