import assert from 'node:assert/strict'
import type { AppendFailure, Appended, EventStore, Rejection } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import { once } from './once.js'
import { logOf, newEvent, succeed } from './perform.js'
import { created, onStream, recording, retitled } from './recording.js'
import type { OpenStore } from './store.js'
import { TENANT, withStore } from './store.js'

const CREATED = newEvent(created('a'), 1)
const CHANGED = newEvent(retitled('changed'), 2)
const NEW = newEvent(retitled('new'), 3)

const OTHERS = [
  ['one is new', onStream('a', [CREATED, NEW])],
  ['one is missing', onStream('a', [CREATED])],
  ['their order is another', onStream('a', [CHANGED, CREATED])],
  ['they are in another stream', onStream('b', [CREATED, CHANGED])],
  ['one is named twice', onStream('a', [CREATED, CREATED])],
  ['a new one is named twice', onStream('a', [NEW, NEW])],
] as const

/**
 * STORE-018: the ids of an append's domain events, all of them in their order and stream, give what they gave;
 * some of them, or more, are refused with `DuplicateEventId`.
 *
 * Fewer than an append had may be either: nothing is written in any case.
 */
export const knownEventIdsAreAllOrNothing = (open: OpenStore<EventStore>) =>
  once(() =>
    withStore(open, async (store) => {
      const known = onStream('a', [CREATED, CHANGED])
      const first = await succeed(store.append(recording('first', [known])))
      const log = await logOf(store, TENANT)
      const again = await succeed(store.append(recording('again', [known])))
      assert.deepEqual(again, { ...first, replayed: true })
      for (const [when, stream] of OTHERS) {
        const result = await store.append(recording(when, [stream]))()
        const expected = when === 'one is missing' ? ['Replayed', REFUSED] : [REFUSED]
        assert.ok(expected.includes(nameOf(result)), `${when}: ${nameOf(result)}`)
        assert.deepEqual(await logOf(store, TENANT), log, when)
      }
    }),
  )

const REFUSED = 'DuplicateEventId'

const nameOf = (result: E.Either<AppendFailure<Rejection>, Appended>): string => {
  if (E.isLeft(result)) return result.left.type
  return result.right.replayed ? 'Replayed' : 'Appended'
}
