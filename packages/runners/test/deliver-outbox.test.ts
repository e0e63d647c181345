import type { Notifier, NotifierFailure, OutboxAudience, OutboxMessage } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import { constVoid } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { afterEach, describe, expect, test } from 'vitest'
import type { DeliverOutboxOptions, DeliveryError, Runner } from '../src/index.js'
import { deliverOutbox } from '../src/index.js'
import type { World } from './world.js'
import { create, right, runningClock, stores, told, worldOf } from './world.js'

const running: Runner[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((runner) => runner.stop()))
})

/** Nothing but commits and `wake` moves it: the poll is longer than any test. */
const deliver = (
  { store, clock }: World,
  options: Partial<DeliverOutboxOptions> & Pick<DeliverOutboxOptions, 'notifier'>,
): Runner => {
  const backoff = { baseMs: 1000, maxMs: 60_000, random: () => 0.5 }
  const runner = deliverOutbox({
    outbox: store,
    store,
    clock,
    leaseMs: 10_000,
    pollMs: 600_000,
    backoff,
    ...options,
  })
  running.push(runner)
  return runner
}

interface Recorder extends Notifier {
  readonly delivered: readonly OutboxMessage[]
  readonly tried: readonly OutboxMessage[]
}

/** Fails as `fails` says, else delivers. */
const recorder = (
  fails: (message: OutboxMessage) => NotifierFailure | null = () => null,
): Recorder => {
  const delivered: OutboxMessage[] = []
  const tried: OutboxMessage[] = []
  return {
    delivered,
    tried,
    notify: (message) =>
      TE.fromIOEither(() => {
        tried.push(message)
        const failure = fails(message)
        if (failure !== null) return E.left(failure)
        delivered.push(message)
        return E.right(undefined)
      }),
  }
}

/** Holds every delivery until the gate is opened. */
const gated = () => {
  const gate = Promise.withResolvers<null>()
  const begun: OutboxMessage[] = []
  const notifier: Notifier = {
    notify: (message) => async () => {
      begun.push(message)
      await gate.promise
      return E.right(undefined)
    },
  }
  const open = () => {
    gate.resolve(null)
  }
  return { notifier, begun, open }
}

describe.each(stores)('deliverOutbox on %s', (_name, storeAt) => {
  const newWorld = worldOf(storeAt)

  test('delivers what waits and what comes, each message once', async () => {
    const world = newWorld()
    const notifier = recorder()
    await create(world, 'before', { guests: ['bob', 'cyd'] })
    const runner = deliver(world, { notifier })
    await create(world, 'after', { guests: ['bob'] })
    await runner.idle()
    expect(told(notifier.delivered)).toEqual([
      'Invitation after bob',
      'Invitation before bob',
      'Invitation before cyd',
    ])
    expect(await right(world.store.nextDue)).toBeNull()
  })

  test('finds what another process wrote by polling', async () => {
    const world = newWorld()
    const notifier = recorder()
    const silent = { onAppended: () => constVoid }
    const runner = deliver(world, { notifier, store: silent, pollMs: 5 })
    await runner.idle()
    await create(world, 'a', { guests: ['bob'] })
    await expect.poll(() => told(notifier.delivered)).toEqual(['Invitation a bob'])
  })

  test('a transient failure is tried again after its backoff, and no sooner', async () => {
    const world = newWorld()
    const errors: DeliveryError[] = []
    const notifier = recorder(({ attempts }) =>
      attempts < 2 ? { type: 'Transient', reason: 'down' } : null,
    )
    const runner = deliver(world, { notifier, onError: (error) => errors.push(error) })
    await create(world, 'a', { guests: ['bob'] })
    const triesAfter = async (ms: number) => {
      world.clock.advance(ms)
      runner.wake()
      await runner.idle()
      return notifier.tried.length
    }
    expect(await triesAfter(0)).toBe(1)
    expect(await triesAfter(499)).toBe(1)
    expect(await triesAfter(1)).toBe(2)
    expect(await triesAfter(999)).toBe(2)
    expect(await triesAfter(1)).toBe(3)
    expect(new Set(notifier.tried.map(({ messageId }) => messageId)).size).toBe(1)
    expect(told(notifier.delivered)).toEqual(['Invitation a bob'])
    expect(errors.map((error) => error.type === 'NotDelivered' && error.settlement)).toEqual([
      { type: 'Failed', dueAt: world.clock.now() - 1000, reason: 'down' },
      { type: 'Failed', dueAt: world.clock.now(), reason: 'down' },
    ])
  })

  test('a message that waits for its next try is tried then, without being woken', async () => {
    const world = newWorld(runningClock)
    const notifier = recorder(({ attempts }) =>
      attempts === 0 ? { type: 'Transient', reason: 'down' } : null,
    )
    const backoff = { baseMs: 20, random: () => 0.99 }
    deliver(world, { notifier, backoff })
    await create(world, 'a', { guests: ['bob'] })
    await expect.poll(() => told(notifier.delivered)).toEqual(['Invitation a bob'])
  })

  test('what will never arrive, and what failed too often, is dead and holds up nobody', async () => {
    const world = newWorld()
    const settled: string[] = []
    const notifier = recorder(({ recipient }) => {
      if (recipient === 'bob') return { type: 'Permanent', reason: 'no such user' }
      return recipient === 'cyd' ? { type: 'Transient', reason: 'down' } : null
    })
    const runner = deliver(world, {
      notifier,
      maxAttempts: 3,
      onSettled: ({ recipient }, { type }) => settled.push(`${recipient} ${type}`),
    })
    await create(world, 'a', { guests: ['bob', 'cyd', 'dee'] })
    for (let round = 0; round < 5; round += 1) {
      await runner.idle()
      world.clock.advance(60_000)
      runner.wake()
    }
    await runner.idle()
    expect(settled.toSorted()).toEqual([
      'bob Dead',
      'cyd Dead',
      'cyd Failed',
      'cyd Failed',
      'dee Delivered',
    ])
    expect(await right(world.store.nextDue)).toBeNull()
  })

  test('a notifier that throws has failed for now', async () => {
    const world = newWorld()
    const errors: string[] = []
    const notifier: Notifier = {
      notify: () => () => Promise.reject(new Error('thrown')),
    }
    const runner = deliver(world, {
      notifier,
      onError: (error) => errors.push(error.type === 'NotDelivered' ? error.failure.reason : ''),
    })
    await create(world, 'a', { guests: ['bob'] })
    await runner.idle()
    expect(errors).toEqual(['Error: thrown'])
  })

  test('a delivery that takes longer than half its lease is given up, and tried again', async () => {
    const world = newWorld()
    const { notifier, begun, open } = gated()
    const runner = deliver(world, { notifier, leaseMs: 20 })
    await create(world, 'a', { guests: ['bob'] })
    await runner.idle()
    expect(begun).toHaveLength(1)
    expect(await right(world.store.nextDue)).toBe(world.clock.now() + 500)
    open()
  })

  test('a crash between delivery and settling delivers again, with the same message id', async () => {
    const world = newWorld()
    const notifier = recorder()
    const dies = { ...world.store, settle: () => () => new Promise<never>(constVoid) }
    deliverOutbox({ ...world, outbox: dies, notifier, leaseMs: 10_000 })
    await create(world, 'a', { guests: ['bob'] })
    await expect.poll(() => notifier.delivered).toHaveLength(1)

    const successor = deliver(world, { notifier })
    await successor.idle()
    world.clock.advance(9999)
    successor.wake()
    await successor.idle()
    expect(notifier.delivered).toHaveLength(1)
    world.clock.advance(1)
    successor.wake()
    await expect.poll(() => notifier.delivered).toHaveLength(2)
    expect(notifier.delivered[0]?.messageId).toBe(notifier.delivered[1]?.messageId)
    await successor.idle()
    expect(await right(world.store.nextDue)).toBeNull()
  })

  test('runners that share an outbox deliver each message once, while leases hold', async () => {
    const world = newWorld()
    const slowly = recorder()
    const notifier: Notifier = {
      notify: (message) => async () => {
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 3))
        return slowly.notify(message)()
      },
    }
    const runners = [1, 2, 3].map(() => deliver(world, { notifier, batch: 4 }))
    const guests = Array.from({ length: 20 }, (_, n) => `guest-${n}`)
    for (let n = 0; n < 10; n += 1) await create(world, `event-${n}`, { guests })
    await expect.poll(() => slowly.delivered.length, { timeout: 5000 }).toBe(200)
    await Promise.all(runners.map((runner) => runner.idle()))
    expect(new Set(slowly.delivered.map(({ messageId }) => messageId)).size).toBe(200)
    expect(slowly.tried).toHaveLength(200)
  })

  test('never has more in flight than it may', async () => {
    const world = newWorld()
    const { notifier, begun, open } = gated()
    const runner = deliver(world, { notifier, batch: 3 })
    await create(world, 'a', { guests: ['b', 'c', 'd', 'e', 'f', 'g', 'h'] })
    await expect.poll(() => begun).toHaveLength(3)
    runner.wake()
    await new Promise(setImmediate)
    expect(begun).toHaveLength(3)
    open()
    await runner.idle()
    expect(begun).toHaveLength(7)
  })

  test('nor when some land and others are claimed', async () => {
    const world = newWorld()
    let inFlight = 0
    let peak = 0
    const notifier: Notifier = {
      notify: () => async () => {
        inFlight += 1
        peak = Math.max(peak, inFlight)
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 5))
        inFlight -= 1
        return E.right(undefined)
      },
    }
    const runner = deliver(world, { notifier, batch: 4 })
    await create(world, 'a', { guests: Array.from({ length: 60 }, (_, n) => `guest-${n}`) })
    await runner.idle()
    expect(peak).toBe(4)
  })

  test('stopping finishes what is in flight and leaves the rest to be claimed at once', async () => {
    const world = newWorld()
    const { notifier, begun, open } = gated()
    const runner = deliver(world, { notifier, batch: 2 })
    await create(world, 'a', { guests: ['b', 'c', 'd', 'e', 'f'] })
    await expect.poll(() => begun).toHaveLength(2)
    let stopped = false
    const stop = runner.stop().then(() => {
      stopped = true
    })
    await new Promise(setImmediate)
    expect(stopped).toBe(false)
    open()
    await stop
    expect(begun).toHaveLength(2)

    const rest = recorder()
    await deliver(world, { notifier: rest }).idle()
    expect(rest.delivered).toHaveLength(3)
  })

  test('a store that fails is asked again after a backoff', async () => {
    const world = newWorld()
    const notifier = recorder()
    const errors: DeliveryError[] = []
    let failures = 3
    const outbox = {
      ...world.store,
      nextDueTo: (audience: OutboxAudience) => () =>
        failures-- > 0
          ? Promise.resolve(E.left({ type: 'StoreFailure', reason: 'busy' } as const))
          : world.store.nextDueTo(audience)(),
    }
    const backoff = { baseMs: 2, random: () => 0.99 }
    deliver(world, { outbox, notifier, backoff, onError: (error) => errors.push(error) })
    await create(world, 'a', { guests: ['bob'] })
    await expect.poll(() => notifier.delivered).toHaveLength(1)
    expect(errors).toHaveLength(3)
  })
})
