import type { EventKind, EventSummary } from '@kalends/core'
import { kindOf } from '@kalends/core'

/** What kind of event it is. More may come: readers take one that they don't know for `OTHER`. */
export type CalendarEventType =
  'MEETING' | 'LIVE_SESSION' | 'LIVE_SESSION_SPOT' | 'EXTERNAL' | 'OTHER'

/** Every kind. */
export const CALENDAR_EVENT_TYPES = [
  'MEETING',
  'LIVE_SESSION',
  'LIVE_SESSION_SPOT',
  'EXTERNAL',
  'OTHER',
] as const satisfies readonly CalendarEventType[]

/** Which kind an event is. The one place where it is decided. */
export const typeOf = (event: Pick<EventSummary, 'source' | 'kind'>): CalendarEventType =>
  TYPES.get(kindOf(event)) ?? 'OTHER'

const NAMES: Readonly<Record<EventKind, CalendarEventType>> = {
  Meeting: 'MEETING',
  LiveSession: 'LIVE_SESSION',
  LiveSessionSpot: 'LIVE_SESSION_SPOT',
  External: 'EXTERNAL',
  Other: 'OTHER',
}

/** A store may hold what a later version wrote. */
const TYPES: ReadonlyMap<string, CalendarEventType> = new Map(Object.entries(NAMES))
