import { DAY_SECONDS } from '../../time/units.js'
import type { RecurrenceStart } from '../recurrence-set.js'
import type { RecurrenceRejection } from '../rejection.js'
import type { Until } from '../rule.js'
import type { Circumstances } from './circumstances.js'
import type { RuleDraft } from './draft.js'
import { notAllowedWith } from './refusals.js'

/**
 * Holds UNTIL to the kind of time its start is: a date for dates, a local time for floating ones, UTC for the
 * others. Lenient reading turns it into that kind; a date ends with its day.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10
 */
export const settleUntil = (
  draft: RuleDraft,
  { mode, start }: Circumstances,
): RecurrenceRejection | null => {
  const { until } = draft
  if (until === null || start === null || until.type === KIND[start.type]) return null
  if (mode === 'strict') return notAllowedWith('UNTIL', 'DTSTART')
  draft.until = start.type === 'Date' ? dateOf(until) : localOf(until)
  return null
}

const KIND = { Date: 'Date', Floating: 'Local', Zoned: 'Utc' } as const satisfies Record<
  RecurrenceStart['type'],
  Until['type']
>

const dateOf = (until: Until): Until =>
  until.type === 'Date' ? until : { type: 'Date', day: Math.floor(secondsOf(until) / DAY_SECONDS) }

const localOf = (until: Until): Until => ({ type: 'Local', localSeconds: secondsOf(until) })

/** What is written there, its zone apart; of a date its last second. */
const secondsOf = (until: Until): number => {
  switch (until.type) {
    case 'Date':
      return until.day * DAY_SECONDS + DAY_SECONDS - 1
    case 'Local':
      return until.localSeconds
    case 'Utc':
      return until.epochSeconds
  }
}
