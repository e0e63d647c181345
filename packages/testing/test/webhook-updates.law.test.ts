import assert from 'node:assert/strict'
import { isUpdate, raisesRevision } from '@kalends/core'
import { memoryStore } from '@kalends/storage-memory'
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { test } from 'vitest'
import { appendOf, history, succeed } from '../src/index.js'

test('a commit has a domain event that webhooks are told of when it is an update of the event, and only then', async () => {
  await fc.assert(
    fc.asyncProperty(history({ minLength: 5, maxLength: 20 }), async ({ steps }) => {
      const store = memoryStore()
      for (const [index, step] of steps.entries()) {
        const before = await succeed(store.load('demo', 'event', step.uid))
        const appended = await store.append(appendOf('demo', step, index))()
        if (E.isLeft(appended)) continue
        const after = await succeed(store.load('demo', 'event', step.uid))
        const told = appended.right.events.some(
          (each) => each.aggregate === 'event' && raisesRevision(each.happened),
        )
        assert.equal(told, isUpdate(before.state, after.state))
      }
    }),
    { numRuns: 60 },
  )
})
