import type { DomainEvent } from './domain-event.js'

/**
 * Whether a domain event raises the revision of its calendar event: it is a change by the organizer, or by where the event
 * was imported from. Answers and what is found out about an event do not.
 */
export const raisesRevision = (happened: DomainEvent): boolean =>
  happened.type === 'Created' ||
  happened.type === 'SplitOff' ||
  ('revision' in happened && !ANSWERED.has(happened.type))

/** Theirs is the revision that was answered. */
const ANSWERED: ReadonlySet<DomainEvent['type']> = new Set<DomainEvent['type']>([
  'Answered',
  'OccurrenceAnswered',
])
