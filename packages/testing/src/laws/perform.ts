import assert from 'node:assert/strict'
import type {
  Append,
  DomainEvent,
  EventStore,
  Recorded,
  Rejection,
  State,
  TenantId,
} from '@kalends/core'
import { decide, explicit } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { History, Step } from '../arbitraries/index.js'

/** The value of a task that must not fail. */
export const succeed = async <A>(task: TaskEither<unknown, A>): Promise<A> => {
  const result = await task()
  if (E.isLeft(result)) assert.fail(`failed: ${JSON.stringify(result.left)}`)
  return result.right
}

/** A step of a history as an append; `index` is its place, which makes its event ids. */
export const appendOf = (tenantId: TenantId, step: Step, index: number): Append<Rejection> => ({
  tenantId,
  commandId: step.command.commandId,
  fingerprint: JSON.stringify(step),
  actor: { type: 'User', userId: step.command.actor },
  causationId: null,
  correlationId: null,
  streams: [
    {
      aggregate: 'event',
      streamId: step.uid,
      expected: { type: 'Any' },
      decide: (state) => decideStep(step, state, index),
    },
  ],
})

/** The decision of a step, with the ids of what happens. */
export const decideStep = ({ command }: Step, state: State, index: number) =>
  pipe(
    decide(explicit)(command, state),
    E.map((happened) => happened.map((each, nth) => newEvent(each, index * 16 + nth))),
  )

/** A domain event with an id of version 7, the same for the same number. */
export const newEvent = (happened: DomainEvent, number: number) => ({
  eventId: `0199c0de-0000-7000-8000-${number.toString(16).padStart(12, '0')}`,
  happened,
})

/** Appends a history, step by step; what is refused is refused. */
export const perform = async (
  store: Pick<EventStore, 'append'>,
  tenantId: TenantId,
  steps: History['steps'],
): Promise<void> => {
  for (const [index, step] of steps.entries()) {
    const result = await store.append(appendOf(tenantId, step, index))()
    if (E.isLeft(result)) assert.equal(result.left.type, 'Rejected', JSON.stringify(result.left))
  }
}

/** The whole log of a tenant. */
export const logOf = (store: EventStore, tenantId: TenantId): Promise<readonly Recorded[]> =>
  succeed(store.readLog({ tenantId, after: 0, limit: 10_000 }))
