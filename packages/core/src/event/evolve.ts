import type { CalendarEvent, Participation } from './calendar-event.js'
import type { DomainEvent } from './domain-event.js'
import { afterOccurrenceChange, occurrenceAnswered, occurrencesReset } from './evolve-occurrence.js'
import { importCancelled, imported } from './evolve-import.js'
import {
  endedBefore,
  exceptionsDropped,
  moved,
  splitOff,
  withoutExceptions,
} from './evolve-series.js'
import { everyoneReset } from './evolve-reset.js'
import type { UserId } from './ids.js'
import type { State } from './state.js'

/** Applies what has already happened. Total: history is never rejected, at most ignored. */
export const evolve = (state: State, happened: DomainEvent): State => {
  if (happened.type === 'Created') return { type: 'Scheduled', event: created(happened) }
  if (happened.type === 'SplitOff') return { type: 'Scheduled', event: splitOff(happened) }
  if (happened.type === 'Imported') return imported(state, happened)
  if (happened.type === 'ImportCancelled') return importCancelled(state, happened)
  if (state.type === 'Absent') return state
  const event = changed(state.event, happened)
  return happened.type === 'Cancelled' ? { type: 'Cancelled', event } : { ...state, event }
}

type Happened<T extends DomainEvent['type']> = Extract<DomainEvent, { type: T }>
type AfterCreation = Exclude<
  DomainEvent,
  { type: 'Created' | 'SplitOff' | 'Imported' | 'ImportCancelled' }
>

const created = (happened: Happened<'Created'>): CalendarEvent => {
  const { type: _type, at, participants, ...fields } = happened
  return {
    ...fields,
    bodyRevision: 1,
    language: null,
    participants: new Map([
      organizerOf(happened),
      ...participants.map((userId) => [userId, unanswered(userId)] as const),
    ]),
    recurrence: null,
    overrides: new Map(),
    splitFrom: null,
    source: null,
    raw: null,
    revision: 1,
    sequence: 0,
    resetRevision: 0,
    lastAskedBy: null,
    createdAt: at,
    updatedAt: at,
  }
}

const organizerOf = ({ organizer, at }: Happened<'Created'>): readonly [UserId, Participation] => {
  const answer = { status: 'Accepted', comment: null, at, revision: 1, sequence: 0 } as const
  return [organizer, { ...unanswered(organizer), status: 'Accepted', answer }]
}

const unanswered = (userId: UserId): Participation => ({
  userId,
  status: 'NeedsAction',
  answer: null,
  occurrences: new Map(),
})

const changed = (event: CalendarEvent, happened: AfterCreation): CalendarEvent => {
  if ('silent' in happened) {
    const { revision, at: updatedAt } = happened
    return { ...event, ...fieldsOf(event, happened), revision, updatedAt }
  }
  switch (happened.type) {
    case 'Answered':
      return answered(event, happened)
    case 'OccurrenceAnswered':
      return occurrenceAnswered(event, happened)
    case 'LanguageDetected':
      return happened.bodyRevision === event.bodyRevision
        ? { ...event, language: happened.language }
        : event
    case 'UpdateAnnounced':
      return { ...event, lastAskedBy: happened.askedBy }
    case 'Classified':
      return classified(event, happened)
  }
}

type OrganizerChange = Extract<AfterCreation, { readonly silent: boolean }>

const fieldsOf = (event: CalendarEvent, happened: OrganizerChange): Partial<CalendarEvent> => {
  switch (happened.type) {
    case 'Retitled':
      return { title: happened.title }
    case 'Rescheduled':
      return { time: happened.time, sequence: happened.sequence }
    case 'Relocated':
      return { location: happened.location }
    case 'Described':
      return { body: happened.body, bodyRevision: happened.revision, language: null }
    case 'AttachmentsReplaced':
      return { attachments: happened.attachments }
    case 'ParticipantListShown':
      return { showParticipantList: true }
    case 'ParticipantListHidden':
      return { showParticipantList: false }
    case 'VisibilityChanged':
      return { visibility: happened.visibility }
    case 'Refiled':
      return { calendarId: happened.calendarId }
    case 'Confirmed':
      return { status: 'Confirmed', sequence: happened.sequence }
    case 'MadeTentative':
      return { status: 'Tentative', sequence: happened.sequence }
    case 'Cancelled':
      return { status: 'Cancelled', sequence: happened.sequence }
    case 'ParticipantsInvited':
      return {
        participants: invited(event, happened.participants),
        ...stillRemoved(event, happened.participants),
      }
    case 'ParticipantsUninvited':
      return {
        participants: uninvited(event, happened.participants),
        ...removedNow(event, happened),
      }
    case 'RsvpsReset':
      return everyoneReset(event, happened)
    case 'RecurrenceChanged':
      return {
        ...(happened.recurrence === null ? withoutExceptions(event, () => true) : {}),
        recurrence: happened.recurrence,
        sequence: happened.sequence,
      }
    case 'SeriesMoved':
      return moved(event, happened)
    case 'ExceptionsDropped':
      return exceptionsDropped(event, happened)
    case 'SeriesSplit':
    case 'SeriesTruncated':
      return endedBefore(event, happened)
    case 'OccurrenceRsvpsReset':
      return occurrencesReset(event, happened)
    case 'OccurrenceRetitled':
    case 'OccurrenceMoved':
    case 'OccurrenceRelocated':
    case 'OccurrenceDescribed':
    case 'OccurrenceAttachmentsReplaced':
    case 'OccurrenceConfirmed':
    case 'OccurrenceMadeTentative':
    case 'OccurrenceCancelled':
      return afterOccurrenceChange(event, happened)
  }
}

const classified = (
  { kind: _kind, spot: _spot, ...event }: CalendarEvent,
  { kind, spot }: Happened<'Classified'>,
): CalendarEvent => ({ ...event, kind, ...(spot === null ? {} : { spot }) })

const answered = (event: CalendarEvent, happened: Happened<'Answered'>): CalendarEvent => {
  const { type: _, userId, ...answer } = happened
  const before = event.participants.get(userId)
  if (before === undefined) return event
  const stale = answer.revision < event.resetRevision && userId !== event.organizer
  const status = stale ? 'NeedsAction' : answer.status
  const participants = new Map(event.participants).set(userId, { ...before, status, answer })
  return { ...event, participants }
}

const invited = (event: CalendarEvent, users: readonly UserId[]) => {
  const participants = new Map(event.participants)
  for (const userId of users)
    if (!participants.has(userId)) participants.set(userId, unanswered(userId))
  return participants
}

const uninvited = (event: CalendarEvent, users: readonly UserId[]) => {
  const participants = new Map(event.participants)
  for (const userId of users) if (userId !== event.organizer) participants.delete(userId)
  return participants
}

/** Less those who are invited again. */
const stillRemoved = (
  { removed }: CalendarEvent,
  users: readonly UserId[],
): Pick<CalendarEvent, 'removed'> =>
  removed === undefined ? {} : { removed: removed.filter(({ userId }) => !users.includes(userId)) }

const removedNow = (
  { participants, organizer, removed = [] }: CalendarEvent,
  { participants: users, at }: Happened<'ParticipantsUninvited'>,
): Pick<CalendarEvent, 'removed'> => {
  const gone = users.flatMap((userId) => {
    const before = participants.get(userId)
    if (before === undefined || userId === organizer) return []
    return [{ userId, status: before.status, answered: before.answer !== null, at }]
  })
  return { removed: [...removed, ...gone].slice(-MOST_REMOVED) }
}

/** So many of the last are kept. */
const MOST_REMOVED = 1000
