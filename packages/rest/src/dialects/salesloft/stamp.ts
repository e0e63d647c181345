import type { Instant } from '@kalends/core'
import { described, text } from '../../wire/index.js'

/** A timestamp in UTC, to the microsecond. */
export const StampText = described(text({ min: 1, max: 64 }), {
  format: 'date-time',
  examples: ['2024-06-27T22:15:58.276000Z'],
})

/** An instant as the contract writes it: always six digits of a second's fraction. */
export const stamp = (instant: Instant): string =>
  new Date(instant).toISOString().replace('Z', '000Z')
