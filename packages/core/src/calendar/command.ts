import type { Asked, CalendarId } from '../event/index.js'
import type { TimeZoneId } from '../time/index.js'

/** Opens a calendar of the actor's own. */
export interface Open extends Asked {
  readonly type: 'Open'
  readonly id: CalendarId
  readonly name: string
  readonly timeZone: TimeZoneId
  readonly resetPolicy: string | null
  readonly deduplicationKey: string | null
}

/** Changes what is given; null stays, and so does a reset policy or a deduplication key that is left out. */
export interface Change extends Asked {
  readonly type: 'Change'
  readonly id: CalendarId
  readonly name: string | null
  readonly timeZone: TimeZoneId | null
  /** Null: what the service does by default. */
  readonly resetPolicy?: string | null
  /** Null: none. */
  readonly deduplicationKey?: string | null
  /** Whether its provider can be reached; left out: as before. */
  readonly connection?: 'Connected' | 'Disconnected'
}

/** Takes a deduplication key for a calendar, in the key's own stream. */
export interface ClaimKey extends Asked {
  readonly type: 'ClaimKey'
  readonly calendarId: CalendarId
}

/** Gives up the deduplication key of a calendar, in the key's own stream. */
export interface ReleaseKey extends Asked {
  readonly type: 'ReleaseKey'
  readonly calendarId: CalendarId
}

/** What can be asked of a calendar, or of a deduplication key. */
export type Command = Open | Change | ClaimKey | ReleaseKey
