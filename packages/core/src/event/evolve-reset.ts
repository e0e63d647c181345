import type { CalendarEvent, Participation } from './calendar-event.js'
import type { DomainEvent } from './domain-event.js'
import { withoutResets } from './without-resets.js'

/**
 * The event after a reset of its answers. What was said of single occurrences is forgotten where it needs action, as the
 * rest does then; so are earlier resets of single ones, which this one outdates.
 */
export const everyoneReset = (
  event: CalendarEvent,
  { answers, revision, askedBy }: Extract<DomainEvent, { type: 'RsvpsReset' }>,
): Partial<CalendarEvent> => {
  const named = new Set(answers.map(({ userId }) => userId))
  const participants = new Map(event.participants)
  for (const [userId, each] of event.participants) {
    if (userId !== event.organizer)
      participants.set(
        userId,
        named.has(userId) ? asked({ ...each, status: 'NeedsAction' }) : asked(each),
      )
  }
  const overrides = withoutResets(event)
  return { participants, overrides, resetRevision: revision, lastAskedBy: askedBy }
}

const asked = (before: Participation): Participation => {
  if (before.status !== 'NeedsAction') return before
  const occurrences = new Map(
    [...before.occurrences].filter(([, standing]) => standing.status !== 'NeedsAction'),
  )
  return { ...before, occurrences }
}
