import type { Asked, CalendarId } from '../event/index.js'
import type { TimeZoneId } from '../time/index.js'

/** Opens a calendar of the actor's own. */
export interface Open extends Asked {
  readonly type: 'Open'
  readonly id: CalendarId
  readonly name: string
  readonly timeZone: TimeZoneId
  readonly resetPolicy: string | null
}

/** Changes what is given; null stays, and so does a reset policy that is left out. */
export interface Change extends Asked {
  readonly type: 'Change'
  readonly id: CalendarId
  readonly name: string | null
  readonly timeZone: TimeZoneId | null
  /** Null: what the service does by default. */
  readonly resetPolicy?: string | null
}

/** What can be asked of a calendar. */
export type Command = Open | Change
