import type { Clock, Recorded, Webhooks } from '@kalends/core'
import { createWebhooks, WEBHOOKS_STREAM } from '@kalends/core'
import type { MemoryStore } from '@kalends/storage-memory'
import * as E from 'fp-ts/lib/Either.js'
import { afterEach, describe, expect, test } from 'vitest'
import type { AnnounceChangesOptions, Runner } from '../src/index.js'
import { announceChanges } from '../src/index.js'
import type { World } from './world.js'
import { create, right, stores, worldOf } from './world.js'

const running: Runner[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((runner) => runner.stop()))
})

const webhooksOf = ({ store, clock }: { readonly store: MemoryStore; readonly clock: Clock }) =>
  createWebhooks({ store, clock, secret: 'a secret of tests' })

const start = (world: World, options: Partial<AnnounceChangesOptions> = {}): Runner => {
  const { store, clock } = world
  const webhooks = webhooksOf(world)
  const backoff = { baseMs: 1, random: () => 0.5 }
  const runner = announceChanges({
    ...{ webhooks, store, checkpoints: store, clock, pollMs: 600_000, backoff },
    ...options,
  })
  running.push(runner)
  return runner
}

const subscribe = (world: World): ReturnType<Webhooks['promises']['subscribe']> =>
  webhooksOf(world).promises.subscribe({
    ...{ tenantId: 'demo', actor: 'ann', url: 'https://example.com/' },
    triggers: ['EventsUpdate'],
  })

/** The stretches that were told, as `after-position`. */
const told = async ({ store }: World): Promise<readonly string[]> => {
  const page = { tenantId: 'demo', aggregate: 'webhook', streamId: WEBHOOKS_STREAM } as const
  const all: readonly Recorded[] = await right(
    store.readStream({ ...page, afterVersion: 0, limit: 1000 }),
  )
  return all.flatMap(({ happened }) =>
    happened.type === 'UpdatesAnnounced' ? [`${happened.after}-${happened.position}`] : [],
  )
}

const idleAfter = async (world: World, runner: Runner, ms: number) => {
  world.clock.advance(ms)
  runner.wake()
  await runner.idle()
}

describe.each(stores)('announceChanges on %s', (_name, storeAt) => {
  const newWorld = worldOf(storeAt)

  test('reads no log while nobody is told anything', async () => {
    const world = newWorld()
    const { store } = world
    const silent = { ...store, readLog: () => () => Promise.reject(new Error('read')) }
    const runner = start(world, { store: silent })
    for (let nth = 0; nth < 5; nth += 1) await create(world, `event-${nth}`)
    await runner.idle()
    await runner.stop()
    await subscribe(world)
    await start(world).idle()
    expect(await told(world)).toEqual([])
  })

  test('goes on after a crash where the last announcement ended, and tells nothing twice', async () => {
    const world = newWorld()
    await subscribe(world)
    const first = start(world)
    await create(world, 'one')
    await first.idle()
    expect(await told(world)).toEqual(['1-2'])
    await first.stop()
    // No checkpoint was written: what is known is what was announced.
    const forgetful = { ...world.store, advance: () => () => Promise.resolve(E.right(undefined)) }
    const second = start(world, { checkpoints: forgetful })
    await second.idle()
    expect(await told(world)).toEqual(['1-2'])
    await create(world, 'two')
    await idleAfter(world, second, 1000)
    expect(await told(world)).toEqual(['1-2', '3-4'])
  })

  test('what is waiting for its debounce when it stops is told by the next one', async () => {
    const world = newWorld()
    await subscribe(world)
    const first = start(world)
    await create(world, 'one')
    await first.idle()
    await create(world, 'two')
    await first.idle()
    await first.stop()
    expect(await told(world)).toEqual(['1-2'])
    await idleAfter(world, start(world), 1000)
    expect(await told(world)).toEqual(['1-2', '3-4'])
  })

  test('a burst that is longer than a page is one announcement', async () => {
    const world = newWorld()
    await subscribe(world)
    const runner = start(world, { batch: 4 })
    await create(world, 'event-0')
    await runner.idle()
    for (let nth = 1; nth <= 30; nth += 1) await create(world, `event-${nth}`)
    await runner.idle()
    await idleAfter(world, runner, 1000)
    expect(await told(world)).toEqual(['1-2', '3-33'])
  })

  test('a store that fails is asked again, and nothing is lost or told twice', async () => {
    const world = newWorld()
    await subscribe(world)
    let failures = 3
    const webhooks = webhooksOf(world)
    const failing = {
      announce: (request: Parameters<Webhooks['announce']>[0]) => async () =>
        failures-- > 0
          ? E.left({ type: 'StoreFailure', reason: 'busy' } as const)
          : webhooks.announce(request)(),
    }
    const runner = start(world, { webhooks: failing })
    await create(world, 'one')
    await runner.idle()
    expect(await told(world)).toEqual(['1-2'])
  })
})
