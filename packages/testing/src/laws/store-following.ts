import assert from 'node:assert/strict'
import { setImmediate } from 'node:timers/promises'
import type { EventStore, Recorded } from '@kalends/core'
import * as fc from 'fast-check'
import type { Step } from '../arbitraries/index.js'
import { history } from '../arbitraries/index.js'
import { appendOf, logOf, newEvent, succeed } from './perform.js'
import { created, onStream, recording } from './recording.js'
import type { OpenStore } from './store.js'
import { TENANT, withOpened, withStore } from './store.js'

const WRITERS = 4

/** STORE-024: who reads on from the last position misses nothing, and sees nothing twice, while others write. */
export const followersMissNothing = (open: OpenStore<EventStore>) =>
  fc.asyncProperty(busyHistory(), fc.integer({ min: 1, max: 5 }), ({ steps }, limit) =>
    withStore(open, async (store) => {
      const follower = following(store, limit)
      await writeAtOnce(store, steps)
      assert.deepEqual(await follower.stop(), await logOf(store, TENANT))
    }),
  )

/** STORE-025: nor behind a transaction that began before them and commits after them. */
export const followersMissNoSlowCommit = (open: OpenStore<EventStore>) =>
  fc.asyncProperty(busyHistory(), fc.integer({ min: 1, max: 5 }), ({ steps }, limit) =>
    withOpened(open, async ({ store, hold }) => {
      assert.ok(hold)
      const follower = following(store, limit)
      const slow = await hold(
        recording('slow', [onStream('slow', [newEvent(created('slow'), 2e6)])]),
      )
      const writing = writeAtOnce(store, steps)
      for (let turns = 0; turns < TURNS; turns += 1) await setImmediate()
      await slow.commit()
      await writing
      const log = await logOf(store, TENANT)
      assert.ok(log.some(({ streamId }) => streamId === 'slow'))
      assert.deepEqual(await follower.stop(), log)
    }),
  )

/** Long enough for all who need not wait. */
const TURNS = 50

const busyHistory = () => history({ minLength: 8, maxLength: 20 })

const writeAtOnce = async (store: EventStore, steps: readonly Step[]): Promise<void> => {
  const writers = Array.from({ length: WRITERS }, async (_, writer) => {
    for (const [index, step] of steps.entries()) {
      if (index % WRITERS !== writer) continue
      await setImmediate()
      await store.append(appendOf(TENANT, step, index))()
    }
  })
  await Promise.all(writers)
}

/** Reads page after page until it is stopped, then to the end. */
const following = (store: EventStore, limit: number) => {
  const state = { isOver: false }
  const seen: Recorded[] = []
  const follow = async () => {
    for (;;) {
      const isLast = state.isOver
      const after = seen.at(-1)?.position ?? 0
      const page = await succeed(store.readLog({ tenantId: TENANT, after, limit }))
      seen.push(...page)
      assert.ok(seen.length < 2000, 'the log does not end')
      if (isLast && page.length === 0) return seen
      await setImmediate()
    }
  }
  const done = follow()
  return {
    stop: () => {
      state.isOver = true
      return done
    },
  }
}
