import type { Asked, CalendarId } from '../event/index.js'
import type { TimeZoneId } from '../time/index.js'

/** Opens a calendar of the actor's own. */
export interface Open extends Asked {
  readonly type: 'Open'
  readonly id: CalendarId
  readonly name: string
  readonly timeZone: TimeZoneId
}

/** Changes what is given; null stays. */
export interface Change extends Asked {
  readonly type: 'Change'
  readonly name: string | null
  readonly timeZone: TimeZoneId | null
}

/** What can be asked of a calendar. */
export type Command = Open | Change
