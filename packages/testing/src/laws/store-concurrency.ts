import assert from 'node:assert/strict'
import type { EventStore } from '@kalends/core'
import * as fc from 'fast-check'
import type { Step } from '../arbitraries/index.js'
import { eventIn, history } from '../arbitraries/index.js'
import { appendOf, logOf, perform, succeed } from './perform.js'
import type { OpenStore } from './store.js'
import { counting, TENANT, withStore } from './store.js'

/** STORE-008: commands that arrive at the same time all happen, as if one after the other. */
export const concurrentCommandsAllHappen = (open: OpenStore<EventStore>) =>
  fc.asyncProperty(busyEvent(), ({ steps: [create, ...others] }) =>
    withStore(open, async (store) => {
      if (create === undefined) return
      await perform(store, TENANT, [create])
      await Promise.all(
        others.map((step, index) => succeed(store.append(appendOf(TENANT, step, index + 1)))),
      )
      const { state, version } = await succeed(store.load(TENANT, 'event', create.uid))
      const log = await logOf(store, TENANT)
      assert.deepEqual(
        log.map((each) => each.version),
        counting(log.length),
      )
      assert.equal(version, log.length)
      for (const { command } of others) {
        if (command.type !== 'Answer') continue
        const participation = eventIn(state)[0]?.participants.get(command.actor)
        assert.equal(participation?.answer?.status, command.status)
      }
      assert.equal(eventIn(state)[0]?.revision, 1 + others.filter(isPatch).length)
    }),
  )

const isPatch = ({ command }: Step): boolean => command.type === 'Patch'

/** An event, then an answer of each guest and some new titles. */
const busyEvent = () =>
  history({ minLength: 1, maxLength: 1 })
    .filter(({ steps }) => steps.length > 0)
    .chain(({ steps: [create] }) =>
      fc.integer({ min: 1, max: 4 }).map((titles) => ({
        steps: create === undefined ? [] : [create, ...answersAndTitles(create, titles)],
      })),
    )

const answersAndTitles = ({ uid, command }: Step, titles: number): readonly Step[] => {
  if (command.type !== 'Create') return []
  const { at, actor } = command
  const guests = command.invitees.users.filter((userId) => userId !== actor)
  return [
    ...guests.map((guest): Step => ({
      uid,
      command: {
        type: 'Answer',
        at,
        actor: guest,
        commandId: `answer-${guest}`,
        ifRevision: null,
        status: 'Declined',
        comment: null,
        recurrenceId: null,
        seenRevision: null,
        reply: null,
      },
    })),
    ...counting(titles).map((n): Step => ({
      uid,
      command: {
        type: 'Patch',
        at,
        actor,
        commandId: `title-${n}`,
        ifRevision: null,
        changes: { title: `Title ${n}` },
        notice: 'Update',
        calendarOwner: null,
      },
    })),
  ]
}

/** STORE-011: what happens in one tenant is seen in no other, though all ids are the same. */
export const tenantsNeverMeet = (open: OpenStore<EventStore>) =>
  fc.asyncProperty(
    history({ minLength: 3, maxLength: 15 }),
    history({ maxLength: 15 }),
    (one, other) =>
      withStore(open, async (store) => {
        await perform(store, 'one', one.steps)
        const before = await logOf(store, 'one')
        const position = before.length
        await perform(store, 'other', other.steps)
        assert.deepEqual(await logOf(store, 'one'), before)
        const otherLog = await logOf(store, 'other')
        assert.deepEqual(
          otherLog.map((each) => each.position),
          counting(otherLog.length),
        )
        assert.ok(
          [...before, ...otherLog].every(
            ({ tenantId }, n) => tenantId === (n < position ? 'one' : 'other'),
          ),
        )
        const withLog = [
          ...(position > 0 ? ['one'] : []),
          ...(otherLog.length > 0 ? ['other'] : []),
        ]
        assert.deepEqual(await succeed(store.tenants), withLog)
      }),
  )
