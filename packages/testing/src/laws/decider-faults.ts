import type { DomainEvent, State } from '@kalends/core'
import { exactJson } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import type { EventDecider } from './decider.js'

/** Throws when an event is answered that does not exist. REDUCER-001 must reject it. */
export const throwsOnTheAbsent = (decider: EventDecider): EventDecider => ({
  ...decider,
  decide: (command, state) => {
    if (command.type === 'Answer' && state.type === 'Absent') throw new Error('no such event')
    return decider.decide(command, state)
  },
})

/** Throws when an answer is read that nobody can have given. REDUCER-001 must reject it. */
export const throwsOnTheUnexpected = (decider: EventDecider): EventDecider => ({
  ...decider,
  evolve: (state, happened) => {
    if (happened.type === 'Answered' && state.type === 'Absent') throw new Error('no such event')
    return decider.evolve(state, happened)
  },
})

/** Counts a new title twice. REDUCER-005 must reject it. */
export const revisesTwice = (decider: EventDecider): EventDecider => ({
  ...decider,
  evolve: (state, happened) => {
    const after = decider.evolve(state, happened)
    return happened.type === 'Retitled' && after.type !== 'Absent'
      ? { ...after, event: { ...after.event, revision: after.event.revision + 1 } }
      : after
  },
})

/** Numbers its decisions instead of taking the stamp from the command. REDUCER-002 must reject it. */
export const countsItsDecisions = (decider: EventDecider): EventDecider => {
  let count = 0
  return {
    ...decider,
    decide: (command, state) => {
      count += 1
      return decider.decide({ ...command, at: count }, state)
    },
  }
}

/** Takes every cancellation for news. REDUCER-003 must reject it. */
export const cancelsTwice = (decider: EventDecider): EventDecider => ({
  ...decider,
  decide: (command, state) =>
    command.type === 'Cancel' && state.type === 'Cancelled'
      ? decider.decide(command, { ...state, type: 'Scheduled' })
      : decider.decide(command, state),
})

/** Leaves the revision of the last reset out of snapshots. REDUCER-004 must reject it. */
export const forgetsResetsInSnapshots = (decider: EventDecider): EventDecider => ({
  ...decider,
  state: new t.Type<State, unknown>(
    'State',
    (u) => decider.state.is(u),
    (u, context) => decider.state.validate(u, context),
    (state) =>
      decider.state.encode(
        state.type === 'Absent' ? state : { ...state, event: { ...state.event, resetRevision: 0 } },
      ),
  ),
})

/** Counts an answer as a revision. REDUCER-005 must reject it. */
export const revisesOnAnswers = (decider: EventDecider): EventDecider => ({
  ...decider,
  evolve: (state, happened) => {
    const after = decider.evolve(state, happened)
    return happened.type === 'Answered' && after.type !== 'Absent'
      ? { ...after, event: { ...after.event, revision: after.event.revision + 1 } }
      : after
  },
})

/** Asks the organizer too. REDUCER-006 must reject it. */
export const resetsTheOrganizer = (decider: EventDecider): EventDecider => ({
  ...decider,
  evolve: (state, happened) => {
    const after = decider.evolve(state, happened)
    if (happened.type !== 'RsvpsReset' || after.type === 'Absent') return after
    const { organizer } = after.event
    const participants = new Map(after.event.participants)
    const own = participants.get(organizer)
    if (own !== undefined) participants.set(organizer, { ...own, status: 'NeedsAction' })
    return { ...after, event: { ...after.event, participants } }
  },
})

/** Writes stamps down in seconds. REDUCER-007 must reject it. */
export const storesWholeSeconds = (decider: EventDecider): EventDecider => ({
  ...decider,
  domainEvent: new t.Type<DomainEvent, unknown>(
    'DomainEvent',
    (u) => decider.domainEvent.is(u),
    (u, context) => decider.domainEvent.validate(u, context),
    (happened): unknown => {
      const stored = exactJson(decider.domainEvent.encode(happened))
      return JSON.parse(stored.replaceAll(/(:\d\d)\.\d+/g, '$1'))
    },
  ),
})

/** Tells strangers who the organizer is not. REDUCER-008 must reject it. */
export const tellsStrangers = (decider: EventDecider): EventDecider => ({
  ...decider,
  decide: (command, state) =>
    command.type === 'Patch' && state.type !== 'Absent' && command.actor !== state.event.organizer
      ? E.left({ type: 'NotOrganizer' })
      : decider.decide(command, state),
})

/** Resets only those who accepted. REDUCER-009 must reject it. */
export const resetsTheAcceptedOnly = (decider: EventDecider): EventDecider => ({
  ...decider,
  evolve: (state, happened) =>
    decider.evolve(
      state,
      happened.type === 'RsvpsReset'
        ? { ...happened, answers: happened.answers.filter(({ status }) => status === 'Accepted') }
        : happened,
    ),
})
