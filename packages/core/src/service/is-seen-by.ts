import type { CalendarEvent } from '../event/index.js'
import type { Filter, Viewer } from '../query/index.js'

/** Whether a viewer may see an event: as a participant, or as a public one where those are asked for. */
export const isSeenBy = (
  { participants, visibility }: CalendarEvent,
  { userId }: Viewer,
  audience: Filter['audience'],
): boolean => participants.has(userId) || (audience === 'Visible' && visibility === 'Public')
