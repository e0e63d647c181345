import type { Instant } from '../time/index.js'
import type { CalendarEvent } from './calendar-event.js'

/**
 * Whether what a provider changed at `updatedAt` is older than what was taken over before. The same moment is not, and
 * where either has none, nothing is.
 */
export const isStale = (updatedAt: Instant | null, { source }: CalendarEvent): boolean => {
  const known = source?.updatedAt ?? null
  return updatedAt !== null && known !== null && updatedAt < known
}
