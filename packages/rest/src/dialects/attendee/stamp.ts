import type { Instant } from '@kalends/core'

/** A moment as answers write it: in microseconds, which are left out of a short one where there are none. */
export const stamp = (instant: Instant, length: 'Short' | 'Full'): string => {
  const text = new Date(instant).toISOString().replace('Z', '000Z')
  return length === 'Short' ? text.replace('.000000Z', 'Z') : text
}
