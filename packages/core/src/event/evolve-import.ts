import type { CalendarEvent, Override, Participation } from './calendar-event.js'
import type { DomainEvent } from './domain-event.js'
import { sameTime } from './event-time.js'
import type { EventRaw } from './event-source.js'
import { keptSource } from './kept-source.js'
import type { RecurrenceId } from './recurrence-id.js'
import { sameJson } from './same-json.js'
import type { State } from './state.js'

type Happened<T extends DomainEvent['type']> = Extract<DomainEvent, { type: T }>
type Imported = Happened<'Imported'>

/**
 * An event after an import: what is the provider's is as the provider has it. What is ours stays: calendar, participants and
 * their answers, attachments, who may see it, when it was created and last reset.
 */
export const imported = (state: State, happened: Imported): State => {
  const event = state.type === 'Absent' ? first(happened) : again(state.event, happened)
  return { type: event.status === 'Cancelled' ? 'Cancelled' : 'Scheduled', event }
}

const first = (happened: Imported): CalendarEvent => ({
  uid: happened.uid,
  calendarId: happened.calendarId,
  organizer: happened.organizer,
  ...providedBy(happened),
  language: null,
  attachments: [],
  showParticipantList: true,
  visibility: 'Participants',
  participants: new Map([[happened.organizer, organizerOf(happened)]]),
  recurrence: happened.recurrence,
  overrides: overridesAfter(new Map(), happened),
  splitFrom: null,
  source: keptSource(null, happened.source, happened.at),
  raw: rawOf(happened),
  revision: happened.revision,
  sequence: happened.sequence,
  resetRevision: 0,
  lastAskedBy: null,
  createdAt: happened.at,
  updatedAt: happened.at,
})

const organizerOf = ({ organizer: userId, at, revision, sequence }: Imported): Participation => {
  const answer = { status: 'Accepted', comment: null, at, revision, sequence } as const
  return { userId, status: 'Accepted', answer, occurrences: new Map() }
}

/** What is the same stays the very same, so that whoever kept something by it finds it again. */
const again = (before: CalendarEvent, happened: Imported): CalendarEvent => {
  const provided = providedBy(happened)
  const { recurrence, bodyRevision } = happened
  return {
    ...before,
    ...provided,
    time: sameTime(before.time, provided.time) ? before.time : provided.time,
    recurrence: sameJson(before.recurrence, recurrence) ? before.recurrence : recurrence,
    language: bodyRevision === before.bodyRevision ? before.language : null,
    overrides: overridesAfter(before.overrides, happened),
    source: keptSource(before.source, happened.source, happened.at),
    raw: rawOf(happened),
    revision: happened.revision,
    sequence: happened.sequence,
    updatedAt: happened.at,
  }
}

const providedBy = ({ title, status, time, location, body, bodyRevision }: Imported) => ({
  title,
  status,
  time,
  location,
  body,
  bodyRevision,
})

const rawOf = ({ source, occurrences }: Imported): EventRaw => ({
  event: source.raw,
  occurrences: occurrences.map((each) => ({
    recurrenceId: each.recurrenceId,
    raw: each.source.raw,
  })),
})

const overridesAfter = (
  before: CalendarEvent['overrides'],
  { occurrences, at }: Imported,
): CalendarEvent['overrides'] => {
  const after = new Map<RecurrenceId, Override>()
  for (const [id, override] of before) {
    const own = madeHere(override)
    if (Object.keys(own).length > 0) after.set(id, own)
  }
  for (const { recurrenceId, source, ...provided } of occurrences) {
    const known = before.get(recurrenceId)?.source ?? null
    const kept = { ...after.get(recurrenceId), ...provided, source: keptSource(known, source, at) }
    after.set(recurrenceId, kept)
  }
  return sameJson(Object.fromEntries(before), Object.fromEntries(after)) ? before : after
}

/** Attachments, and when it was asked about anew: no provider says that. */
const madeHere = ({ attachments, resetRevision }: Override): Override => ({
  ...(attachments === undefined ? {} : { attachments }),
  ...(resetRevision === undefined ? {} : { resetRevision }),
})

/** An event that is off by the word of its provider; when that was said is kept for those that come late. */
export const importCancelled = (
  state: State,
  { at, revision, sequence, updatedAt }: Happened<'ImportCancelled'>,
): State => {
  if (state.type === 'Absent' || state.event.source === null) return state
  const { event } = state
  const source = { ...state.event.source, updatedAt: updatedAt ?? state.event.source.updatedAt }
  return {
    type: 'Cancelled',
    event: { ...event, status: 'Cancelled', source, revision, sequence, updatedAt: at },
  }
}
