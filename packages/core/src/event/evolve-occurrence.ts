import type { CalendarEvent, Override, Participation } from './calendar-event.js'
import type { DomainEvent } from './domain-event.js'

type Happened<T extends DomainEvent['type']> = Extract<DomainEvent, { type: T }>

type OccurrenceChange = Happened<
  | 'OccurrenceRetitled'
  | 'OccurrenceMoved'
  | 'OccurrenceRelocated'
  | 'OccurrenceDescribed'
  | 'OccurrenceAttachmentsReplaced'
  | 'OccurrenceConfirmed'
  | 'OccurrenceMadeTentative'
  | 'OccurrenceCancelled'
>

/** What a change of one occurrence does to its series. */
export const afterOccurrenceChange = (
  { overrides, sequence }: CalendarEvent,
  happened: OccurrenceChange,
): Partial<CalendarEvent> => ({
  overrides: new Map(overrides).set(happened.recurrenceId, {
    ...overrides.get(happened.recurrenceId),
    ...overrideOf(happened),
  }),
  sequence: 'sequence' in happened ? happened.sequence : sequence,
})

const overrideOf = (happened: OccurrenceChange): Override => {
  switch (happened.type) {
    case 'OccurrenceRetitled':
      return { title: happened.title }
    case 'OccurrenceMoved':
      return { time: happened.time }
    case 'OccurrenceRelocated':
      return { location: happened.location }
    case 'OccurrenceDescribed':
      return { body: happened.body }
    case 'OccurrenceAttachmentsReplaced':
      return { attachments: happened.attachments }
    case 'OccurrenceConfirmed':
      return { status: 'Confirmed' }
    case 'OccurrenceMadeTentative':
      return { status: 'Tentative' }
    case 'OccurrenceCancelled':
      return { status: 'Cancelled' }
  }
}

/** An answer to one occurrence. One to a revision older than its last reset is kept, and needs action. */
export const occurrenceAnswered = (
  event: CalendarEvent,
  happened: Happened<'OccurrenceAnswered'>,
): CalendarEvent => {
  const { type: _, userId, recurrenceId, ...answer } = happened
  const before = event.participants.get(userId)
  if (before === undefined) return event
  const lastReset = Math.max(
    event.resetRevision,
    event.overrides.get(recurrenceId)?.resetRevision ?? 0,
  )
  const stale = answer.revision < lastReset && userId !== event.organizer
  const standing = { status: stale ? ('NeedsAction' as const) : answer.status, answer }
  const occurrences = new Map(before.occurrences).set(recurrenceId, standing)
  const participants = new Map(event.participants).set(userId, { ...before, occurrences })
  return { ...event, participants }
}

/** Every participant but the organizer is asked about these occurrences anew. */
export const occurrencesReset = (
  event: CalendarEvent,
  { recurrenceIds, revision, answers, askedBy }: Happened<'OccurrenceRsvpsReset'>,
): Partial<CalendarEvent> => {
  const overrides = new Map(event.overrides)
  for (const id of recurrenceIds) {
    overrides.set(id, { ...overrides.get(id), resetRevision: revision })
  }
  const participants = new Map(event.participants)
  for (const { userId, recurrenceId } of answers) {
    const before = participants.get(userId)
    if (before === undefined || userId === event.organizer) continue
    participants.set(userId, withoutAnswerTo(before, recurrenceId))
  }
  return { overrides, participants, lastAskedBy: askedBy }
}

const withoutAnswerTo = (
  before: Participation,
  recurrenceId: Happened<'OccurrenceAnswered'>['recurrenceId'],
): Participation => {
  const answer = before.occurrences.get(recurrenceId)?.answer ?? null
  const occurrences = new Map(before.occurrences)
  return {
    ...before,
    occurrences: occurrences.set(recurrenceId, { status: 'NeedsAction', answer }),
  }
}
