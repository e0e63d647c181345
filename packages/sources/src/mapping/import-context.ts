import type { CalendarId, Envelope } from '@kalends/core'
import type { NaturalKey } from './natural-key.js'

/** For whom, and how, events are mapped. */
export interface ImportContext extends Omit<Envelope, 'commandId'> {
  /** Left out: the actor's primary calendar. */
  readonly calendarId?: CalendarId
  /** The calendar's zone: that of times which have none of their own. IANA's name, or Windows'. Default: UTC. */
  readonly timeZone?: string
  /** What names an event within the calendar. Default: `id+icaluid`. */
  readonly naturalKey?: NaturalKey
  /**
   * What becomes of occurrences whose series is not among the items. Refused by default, since an incremental
   * read has only what changed; `OnTheirOwn` makes events of them, for reads that have no series (`singleEvents=true`,
   * `calendarView`).
   */
  readonly instances?: 'WithTheirSeries' | 'OnTheirOwn'
}
