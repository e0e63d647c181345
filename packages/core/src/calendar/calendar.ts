import type { CalendarId, UserId } from '../event/index.js'
import type { TimeZoneId } from '../time/index.js'

/**
 * A calendar: what events are filed in.
 *
 * `provider` and `deduplicationKey` are set where it mirrors an outside one; the key is unique in
 * the tenant.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8984#section-1.1
 */
export interface Calendar {
  readonly id: CalendarId
  readonly owner: UserId
  readonly name: string
  readonly timeZone: TimeZoneId
  readonly provider: string | null
  readonly deduplicationKey: string | null
  readonly connection: 'Local' | 'Connected' | 'Disconnected'
  /** The name of what resets the answers to its events; null: what the service does by default. */
  readonly resetPolicy: string | null
}

const PRIMARY = 'primary-'

/** The calendar that each user has without opening it. It is in the log once its owner changes something of it. */
export const primaryCalendarId = (owner: UserId): CalendarId => `${PRIMARY}${owner}`

const KEY = 'deduplication-key/'

/** The stream that says which calendar has a deduplication key. No calendar is called so. */
export const deduplicationKeyStream = (key: string): string => `${KEY}${key}`

/** Whether `id` is that of a deduplication key's stream. */
export const isDeduplicationKeyStream = (id: string): boolean => id.startsWith(KEY)

/** Whose primary calendar `id` is; null when it is an opened one. */
export const ownerOfPrimary = (id: CalendarId): UserId | null =>
  id.startsWith(PRIMARY) ? id.slice(PRIMARY.length) : null
