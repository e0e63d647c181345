import assert from 'node:assert/strict'
import type { EventStore, ExpectedVersion } from '@kalends/core'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { logOf, newEvent, succeed } from './perform.js'
import { created, onStream, recording, retitled } from './recording.js'
import type { OpenStore } from './store.js'
import { counting, TENANT, withOpened, withStore } from './store.js'

/** STORE-015: of many creates of one stream at the same time one happens. */
export const oneOfManyCreatesHappens = (open: OpenStore<EventStore>) =>
  fc.asyncProperty(racers(), (many) => withStore(open, (store) => raceToCreate([store], many)))

/** STORE-016: of many changes of one version at the same time one happens. */
export const oneOfManyChangesHappens = (open: OpenStore<EventStore>) =>
  fc.asyncProperty(racers(), (many) => withStore(open, (store) => raceToChange([store], many)))

/** STORE-017: two stores on the same data race as one does. */
export const sharedDataIsRacedFor = (open: OpenStore<EventStore>) =>
  fc.asyncProperty(racers(), (many) =>
    withOpened(open, async ({ store, share }) => {
      assert.ok(share)
      await withStore(share, async (other) => {
        await raceToCreate([store, other], many)
        await raceToChange([store, other], many)
        assert.deepEqual(await logOf(other, TENANT), await logOf(store, TENANT))
      })
    }),
  )

const racers = () => fc.integer({ min: 2, max: 25 })

const raceToCreate = (stores: readonly EventStore[], many: number) =>
  race(stores, many, { streamId: 'new', expected: { type: 'None' } })

const raceToChange = async (stores: readonly EventStore[], many: number) => {
  const create = onStream('old', [newEvent(created('old'), 0)])
  await Promise.all(
    stores.slice(0, 1).map((store) => succeed(store.append(recording('o', [create])))),
  )
  await race(stores, many, { streamId: 'old', expected: { type: 'Exact', version: 1 } })
}

interface Raced {
  readonly streamId: string
  readonly expected: ExpectedVersion
}

const race = async (stores: readonly EventStore[], many: number, { streamId, expected }: Raced) => {
  const version = expected.type === 'Exact' ? expected.version : 0
  const happens = (each: number) =>
    version === 0 ? created(streamId, { title: `${each}` }) : retitled(`${each}`)
  const results = await Promise.all(
    counting(many).flatMap((each) =>
      stores
        .slice(each % stores.length, (each % stores.length) + 1)
        .map((store) =>
          store.append(
            recording(`${streamId}-${each}`, [
              onStream(streamId, [newEvent(happens(each), 100 * (version + 1) + each)], expected),
            ]),
          )(),
        ),
    ),
  )
  const lost = E.left({ type: 'VersionConflict', streamId, version: version + 1 })
  for (const result of results) if (E.isLeft(result)) assert.deepEqual(result, lost)
  assert.equal(results.filter(E.isRight).length, 1)
  const stream = { tenantId: TENANT, aggregate: 'event', streamId } as const
  for (const store of stores) {
    const page = await succeed(store.readStream({ ...stream, afterVersion: 0, limit: 100 }))
    assert.equal(page.length, version + 1)
  }
}
