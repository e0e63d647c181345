import assert from 'node:assert/strict'
import type { EventStore, Recorded, State } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import { once } from './once.js'
import { logOf, newEvent, succeed } from './perform.js'
import { created, onStream, recording, retitled } from './recording.js'
import type { OpenStore } from './store.js'
import { TENANT, withStore } from './store.js'

/**
 * STORE-020: an append to several streams is one commit: in the order asked for, under one stamp, and a later
 * decision on the same stream meets what the earlier one left.
 */
export const severalStreamsAreOneCommit = (open: OpenStore<EventStore>) =>
  once(() =>
    withStore(open, async (store) => {
      const seen: State[] = []
      const looking = {
        ...onStream('a', [], { type: 'Exact', version: 2 }),
        decide: (state: State) => {
          seen.push(state)
          return E.right([newEvent(retitled('third'), 4)])
        },
      }
      const streams = [
        onStream('a', [newEvent(created('a'), 1), newEvent(retitled('second'), 2)], NONE),
        onStream('b', [newEvent(created('b'), 3)], NONE),
        looking,
      ]
      const { events, position } = await succeed(store.append(recording('several', streams)))
      assert.deepEqual(events.map(placeOf), ['a1', 'a2', 'b1', 'a3'])
      assert.equal(position, 4)
      assert.equal(new Set(events.map(({ recordedAt }) => recordedAt)).size, 1)
      assert.deepEqual(seen.map(titleOf), ['second'])
      assert.deepEqual(await logOf(store, TENANT), events)
    }),
  )

const NONE = { type: 'None' } as const

const placeOf = ({ streamId, version }: Recorded): string => `${streamId}${version}`

const titleOf = (state: State): string | null =>
  state.type === 'Absent' ? null : state.event.title
