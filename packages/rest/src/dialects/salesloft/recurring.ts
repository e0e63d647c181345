import type { NumberedRow } from '@kalends/core'
import { stamp } from './stamp.js'

/** What a record says of repeating: how and how often only of the series itself. */
export const recurringOf = ({ event, series, recurrenceId, lastStart }: NumberedRow) => ({
  recurring: series !== null,
  last_occurrence_at: lastStart === null ? null : stamp(lastStart),
  ...(recurrenceId === null && event.recurrence !== null
    ? { ...intervalOf(event.recurrence), recurrence: event.recurrence }
    : {}),
})

/** The interval's name; left out where a series has none: dates without a rule, or a rule that repeats within a day. */
const intervalOf = (lines: readonly string[]) => {
  const [, frequency = ''] = FREQUENCY.exec(lines.find((line) => RULE.test(line)) ?? '') ?? []
  const interval = INTERVALS.get(frequency.toUpperCase())
  return interval === undefined ? {} : { recurring_interval: interval }
}

const RULE = /^RRULE[:;]/i
const FREQUENCY = /[:;]FREQ=(\w+)/i
const INTERVALS = new Map<string, 'Daily' | 'Weekly' | 'Monthly' | 'Yearly'>([
  ['DAILY', 'Daily'],
  ['WEEKLY', 'Weekly'],
  ['MONTHLY', 'Monthly'],
  ['YEARLY', 'Yearly'],
])
