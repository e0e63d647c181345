import type { CalendarEvent, Participation } from './calendar-event.js'
import type { UserId } from './ids.js'

/**
 * The participants that `viewer` sees, the organizer first, then as they were invited.
 *
 * Where the list is hidden, others than the organizer see themselves and the organizer.
 */
export const participantsShown = (
  { organizer, participants, showParticipantList }: CalendarEvent,
  viewer: UserId,
): readonly Participation[] => {
  const all = [...participants.values()]
  const ordered = [
    ...all.filter(({ userId }) => userId === organizer),
    ...all.filter(({ userId }) => userId !== organizer),
  ]
  return showParticipantList || viewer === organizer
    ? ordered
    : ordered.filter(({ userId }) => userId === organizer || userId === viewer)
}
