import * as E from 'fp-ts/lib/Either.js'
import type { Command } from '../../src/event/command.js'
import { decide } from '../../src/event/decide.js'
import {
  type CalendarEvent,
  type DomainEvent,
  type EventTime,
  evolve,
  initialState,
  mergeTime,
  openSeries,
  type Recurrence,
  splitOff,
  type State,
  type TimeSlot,
} from '../../src/event/index.js'
import { explicit } from '../../src/policy/explicit.js'
import { occurrencesIn } from '../../src/recurrence/index.js'

type Of<T extends Command['type']> = Extract<Command, { type: T }>

/** When the commands of these helpers are given. */
const at = Date.UTC(2027, 2, 1)

/** What every command carries; each actor's commands share one id unless told otherwise. */
const by = (actor: string) => ({
  actor,
  at,
  commandId: `by-${actor}`,
  ifRevision: null,
})

/** A time as callers say it. */
export const timeOf = (slot: TimeSlot): EventTime => {
  const merged = mergeTime(null, slot)
  if (E.isLeft(merged)) throw new Error(JSON.stringify(merged.left))
  return merged.right
}

/** An hour in New York, from a local time on. */
export const newYork = (start: string, end: string): EventTime =>
  timeOf({ start, end, timeZone: 'America/New_York' })

/** Mondays at nine in New York, from 8 March 2027: the clocks go forward a week later. */
export const mondays: EventTime = newYork('2027-03-08T09:00', '2027-03-08T10:00')

export const create = (recurrence: Recurrence | null, time: EventTime = mondays): Of<'Create'> => ({
  type: 'Create',
  ...by('ann'),
  uid: 'e1',
  calendarId: 'primary-ann',
  calendarOwner: 'ann',
  title: 'Weekly',
  time,
  status: 'Confirmed',
  location: 'Room 1',
  body: { format: 'Plain', content: 'Agenda' },
  attachments: [],
  showParticipantList: true,
  visibility: 'Participants',
  recurrence,
  invitees: { users: ['bob', 'cyd'], unknown: [] },
})

export const patch = (
  changes: Of<'Patch'>['changes'],
  rest: Partial<Of<'Patch'>> = {},
): Command => ({
  type: 'Patch',
  ...by('ann'),
  changes,
  notice: 'Default',
  calendarOwner: null,
  ...rest,
})

export const patchOne = (
  recurrenceId: string,
  changes: Of<'PatchOccurrence'>['changes'],
  notice: Of<'PatchOccurrence'>['notice'] = 'Default',
): Command => ({ type: 'PatchOccurrence', ...by('ann'), recurrenceId, changes, notice })

export const cancelOne = (recurrenceId: string): Command => ({
  type: 'CancelOccurrence',
  ...by('ann'),
  recurrenceId,
  notice: 'Update',
})

export const truncate = (recurrenceId: string): Command => ({
  type: 'TruncateSeries',
  ...by('ann'),
  recurrenceId,
  notice: 'Update',
})

export const split = (recurrenceId: string): Of<'SplitSeries'> => ({
  type: 'SplitSeries',
  ...by('ann'),
  recurrenceId,
  followedBy: 'e2',
  notice: 'Default',
})

export const answer = (
  actor: string,
  recurrenceId: string | null,
  rest: Partial<Of<'Answer'>> = {},
): Command => ({
  type: 'Answer',
  ...by(actor),
  status: 'Accepted',
  comment: null,
  recurrenceId,
  seenRevision: null,
  reply: null,
  ...rest,
})

export const cancelAll: Command = { type: 'Cancel', ...by('ann'), notice: 'Update' }

/** What a command comes to after others, each of which must be accepted. */
export const when = (command: Command, ...given: readonly Command[]) =>
  decide(explicit)(command, stateAfter(...given))

export const stateAfter = (...commands: readonly Command[]): State =>
  commands.reduce(
    (state, command) => happenedIn(decide(explicit)(command, state)).reduce(evolve, state),
    initialState,
  )

export const eventAfter = (...commands: readonly Command[]): CalendarEvent =>
  eventOf(stateAfter(...commands))

const eventOf = (state: State): CalendarEvent => {
  if (state.type === 'Absent') throw new Error('absent')
  return state.event
}

export const happenedIn = (decision: E.Either<unknown, readonly DomainEvent[]>) => {
  if (E.isLeft(decision)) throw new Error(JSON.stringify(decision.left))
  return decision.right
}

export const typesOf = (decision: E.Either<unknown, readonly DomainEvent[]>) =>
  happenedIn(decision).map(({ type }) => type)

/** Both sides of a series that is split there. */
export const bothSides = (series: CalendarEvent, recurrenceId: string) => {
  const state: State = { type: 'Scheduled', event: series }
  const happened = happenedIn(decide(explicit)(split(recurrenceId), state))
  const begun = splitOff(split(recurrenceId), series)
  if (E.isLeft(begun)) throw new Error(JSON.stringify(begun.left))
  return {
    past: eventOf(happened.reduce(evolve, state)),
    future: eventOf(evolve(initialState, begun.right)),
    isSplit: happened.length > 0,
  }
}

/** When the first occurrences of a series start, and the ids they have. */
const expanded = (series: CalendarEvent, limit = 60) => {
  const found = occurrencesIn(openSeries(series), { limit })
  if (E.isLeft(found)) throw new Error(JSON.stringify(found.left))
  return found.right
}

/** The same as text in UTC. */
export const startsOf = (series: CalendarEvent, limit = 60): readonly string[] =>
  expanded(series, limit).startMs.map((ms) => new Date(ms).toISOString().slice(0, 16))
