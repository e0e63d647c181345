import type { Codec } from '../wire/index.js'
import { described, refined, text } from '../wire/index.js'

/** Which occurrence of a series: its start before it was moved, in UTC; a date when the series is all-day. */
export const RecurrenceIdText: Codec<string> = described(
  refined(text({ min: 1, max: 64 }), (sent) =>
    FORM.test(sent)
      ? []
      : [{ path: [], detail: 'must be like 20270308T140000Z, or like 20270308' }],
  ),
  {
    pattern: '^\\d{8}(?:T\\d{6}Z)?$',
    description:
      'Which occurrence of a series: its start before it was moved, in UTC; a date when the series is all-day.',
    examples: ['20270308T140000Z', '20270308'],
  },
)

const FORM = /^\d{8}(?:T\d{6}Z)?$/
