import assert from 'node:assert/strict'
import type { Command, Decision, DomainEvent, State } from '@kalends/core'
import { exactJson } from '@kalends/core'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import type { Step } from '../arbitraries/index.js'
import {
  domainEvents,
  eventIn,
  history,
  jumbledDomainEvents,
  reachedState,
} from '../arbitraries/index.js'

/** How calendar events decide and fold, with a reset policy already applied, and how they are stored. */
export interface EventDecider {
  readonly initialState: State
  readonly decide: (command: Command, state: State) => Decision
  readonly evolve: (state: State, happened: DomainEvent) => State
  readonly domainEvent: t.Type<DomainEvent, unknown>
  readonly state: t.Type<State, unknown>
}

/**
 * REDUCER-001: any command may meet any state, and any domain event any other, without an exception.
 *
 * The commands and the state come from histories that know nothing of each other.
 */
export const deciderIsTotal = ({ decide, evolve, initialState }: EventDecider) =>
  fc.property(history(), reachedState(), jumbledDomainEvents(), ({ steps }, state, jumbled) => {
    for (const { command } of steps) {
      for (const met of [initialState, state]) {
        const decision = decide(command, met)
        assert.ok(E.isLeft(decision) || E.isRight(decision))
      }
    }
    assert.ok(jumbled.reduce(evolve, initialState))
    assert.ok(jumbled.reduce(evolve, state))
  })

/** REDUCER-002: the same command on the same state decides the same, and changes neither. */
export const deciderIsDeterministic = ({ decide, evolve }: EventDecider) =>
  fc.property(history(), reachedState(), ({ steps }, state) => {
    const before = structuredClone({ steps, state })
    for (const { command } of steps) {
      const decision = decide(command, state)
      assert.deepEqual(decide(command, state), decision)
      if (E.isRight(decision)) {
        assert.deepEqual(decision.right.reduce(evolve, state), decision.right.reduce(evolve, state))
      }
    }
    assert.deepEqual({ steps, state }, before)
  })

/**
 * REDUCER-003: an accepted command, again on the state that it made, decides nothing.
 *
 * Preconditions are left out of the second try: the first one is what made them false. A patch that cancels
 * and changes more is refused then, like every patch of a cancelled event that does not only cancel it.
 */
export const aRetryDecidesNothing = (decider: EventDecider) =>
  fc.property(history(), ({ steps }) => {
    for (const { command, decision, after } of accepted(decider, steps)) {
      const again = 'ifRevision' in command ? { ...command, ifRevision: null } : command
      if (decision.length === 0) continue
      const retried = decider.decide(again, after)
      assert.deepEqual(retried, cancelsAndMore(command) ? E.left(CANCELLED) : E.right([]))
    }
  })

const CANCELLED = { type: 'EventCancelled' } as const

const cancelsAndMore = (command: Command): boolean =>
  command.type === 'Patch' &&
  command.changes.status === 'Cancelled' &&
  Object.keys(command.changes).length > 1

/** REDUCER-004: folding in two parts, with a snapshot written and read between them, is folding in one. */
export const foldingMayStopAtASnapshot = ({ evolve, initialState, state }: EventDecider) =>
  fc.property(domainEvents(), fc.nat(), (happened, at) => {
    const cut = at % (happened.length + 1)
    const half = throughJson(state, happened.slice(0, cut).reduce(evolve, initialState))
    assert.deepEqual(
      happened.slice(cut).reduce(evolve, half),
      happened.reduce(evolve, initialState),
    )
  })

/** REDUCER-005: `revision` rises by one with each organizer's change, and with nothing else. */
export const revisionCountsOrganizerChanges = (decider: EventDecider) =>
  fc.property(history(), ({ steps }) => {
    for (const { decision, before, after } of accepted(decider, steps)) {
      const changes = decision.some(({ type }) => !CHANGES_NOTHING.has(type)) ? 1 : 0
      assert.equal(revisionOf(after), revisionOf(before) + changes)
    }
  })

const CHANGES_NOTHING: ReadonlySet<DomainEvent['type']> = new Set([
  'Answered',
  'Classified',
  'LanguageDetected',
  'UpdateAnnounced',
])

const revisionOf = (state: State): number => eventIn(state)[0]?.revision ?? 0

/** REDUCER-006: what holds for the organizer is what the organizer last said, or else accepted. */
export const theOrganizersAnswerIsNeverReset = (decider: EventDecider) =>
  fc.property(history(), ({ steps }) => {
    const said = new Map<string, string>()
    for (const { uid, decision, after } of accepted(decider, steps)) {
      for (const event of eventIn(after)) {
        for (const each of decision) {
          if (each.type === 'Answered' && each.userId === event.organizer)
            said.set(uid, each.status)
        }
        const { status } = event.participants.get(event.organizer) ?? {}
        assert.equal(status, said.get(uid) ?? 'Accepted')
      }
    }
  })

/** REDUCER-007: a domain event that was written as JSON is read back as it was. */
export const domainEventsSurviveStorage = ({ domainEvent }: EventDecider) =>
  fc.property(domainEvents(), (happened) => {
    for (const each of happened) assert.deepEqual(throughJson(domainEvent, each), each)
  })

/**
 * REDUCER-008: who does not take part learns nothing but `NotFound`, and changes nothing; nor does the import of somebody
 * else's event, which is refused as if there were none.
 */
export const strangersLearnNothing = ({ decide, initialState }: EventDecider) =>
  fc.property(history(), reachedState(), ({ steps }, state) => {
    for (const { command } of steps) {
      if (command.type === 'Create' || command.type === 'RecordLanguage') continue
      const asked = { ...command, actor: 'zoe' }
      const isImport = command.type === 'Import' || command.type === 'CancelImport'
      const expected = isImport ? decide(asked, initialState) : E.left({ type: 'NotFound' })
      assert.deepEqual(decide(asked, state), expected)
    }
  })

/** REDUCER-009: after a reset every guest is asked again, and nobody's last answer is forgotten. */
export const aResetAsksEveryGuest = (decider: EventDecider) =>
  fc.property(history(), ({ steps }) => {
    for (const { decision, before, after } of accepted(decider, steps)) {
      if (!decision.some(({ type }) => type === 'RsvpsReset')) continue
      for (const event of eventIn(after)) {
        for (const { userId, status, answer } of event.participants.values()) {
          if (userId !== event.organizer) assert.equal(status, 'NeedsAction')
          assert.deepEqual(answer, eventIn(before)[0]?.participants.get(userId)?.answer)
        }
      }
    }
  })

interface Accepted extends Step {
  readonly before: State
  readonly decision: readonly DomainEvent[]
  readonly after: State
}

const accepted = (
  { decide, evolve, initialState }: EventDecider,
  steps: readonly Step[],
): readonly Accepted[] => {
  const states = new Map<string, State>()
  return steps.flatMap((step) => {
    const before = states.get(step.uid) ?? initialState
    const decided = decide(step.command, before)
    if (E.isLeft(decided)) return []
    const after = decided.right.reduce(evolve, before)
    states.set(step.uid, after)
    return [{ ...step, before, decision: decided.right, after }]
  })
}

const throughJson = <A>(codec: t.Type<A, unknown>, value: A): A => {
  const stored: unknown = JSON.parse(exactJson(codec.encode(value)))
  const decoded = codec.decode(stored)
  if (E.isLeft(decoded)) assert.fail(`not read back: ${JSON.stringify(stored)}`)
  return decoded.right
}
