import assert from 'node:assert/strict'
import type { EventStore, Recorded } from '@kalends/core'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import type { Step } from '../arbitraries/index.js'
import { history } from '../arbitraries/index.js'
import { appendOf, logOf } from './perform.js'
import type { OpenStore } from './store.js'
import { TENANT, withStores } from './store.js'

/**
 * STORE-023: what a tenant's appends come to is the same with and without another tenant's between them, though
 * both use the same ids, for events and for commands.
 */
export const tracesDoNotMix = (open: OpenStore<EventStore>) =>
  fc.asyncProperty(
    history({ minLength: 3, maxLength: 15 }),
    history({ minLength: 3, maxLength: 15 }),
    ({ steps }, other) =>
      withStores([open, open], async ([alone, beside]) => {
        const expected = await traceOf(alone, steps)
        const between = (index: number) => appendOne(beside, 'other', other.steps, index)
        assert.deepEqual(await traceOf(beside, steps, between), expected)
        const logs = [await logOf(beside, TENANT), await logOf(alone, TENANT)]
        assert.deepEqual(logs[0]?.map(unstamped), logs[1]?.map(unstamped))
      }),
  )

const traceOf = async (
  store: EventStore,
  steps: readonly Step[],
  between: (index: number) => Promise<unknown> = () => Promise.resolve(),
) => {
  const trace = []
  for (const index of steps.keys()) {
    await between(index)
    trace.push(await appendOne(store, TENANT, steps, index))
  }
  return trace
}

const appendOne = async (
  store: EventStore,
  tenantId: string,
  ...[steps, index]: readonly [steps: readonly Step[], index: number]
) => {
  const step = steps[index]
  if (step === undefined) return null
  const result = await store.append(appendOf(tenantId, step, index))()
  return E.isLeft(result) ? result : { ...result.right, events: result.right.events.map(unstamped) }
}

const unstamped = ({ recordedAt: _, ...recorded }: Recorded) => recorded
