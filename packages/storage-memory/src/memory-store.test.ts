import type { Command, DomainEvent, Outbox, OutboxMessage, Settlement, State } from '@kalends/core'
import { closeWindow, decide, everything, explicit, randomIds, UTC } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { memoryStore } from './index.js'

const at = Date.UTC(2027, 2, 8, 9)
const tenantId = 'demo'

const create = (uid: string): Extract<Command, { type: 'Create' }> => ({
  type: 'Create',
  actor: 'ann',
  at,
  commandId: `create-${uid}`,
  uid,
  calendarId: 'primary-ann',
  calendarOwner: 'ann',
  title: 'Review',
  time: { type: 'Timed', start: at, end: at, timeZone: UTC },
  status: 'Confirmed',
  location: null,
  body: null,
  attachments: [],
  showParticipantList: true,
  visibility: 'Participants',
  recurrence: null,
  invitees: { users: ['bob', 'cyd'], unknown: [] },
})

const retitle = (commandId: string, title: string): Command => ({
  type: 'Patch',
  actor: 'ann',
  at,
  commandId,
  ifRevision: null,
  changes: { title, location: title },
  notice: 'Update',
  calendarOwner: null,
})

const newEvents = (happened: readonly DomainEvent[]) =>
  happened.map((each) => ({ eventId: randomIds.uuid(), happened: each }))

const appendOf = (uid: string, command: Command) => ({
  tenantId,
  commandId: command.commandId,
  fingerprint: JSON.stringify(command) as string | null,
  actor: { type: 'User', userId: command.actor } as const,
  causationId: null,
  correlationId: null,
  streams: [
    {
      aggregate: 'event' as const,
      streamId: uid,
      expected: { type: 'Any' } as const,
      decide: (state: State) => E.map(newEvents)(decide(explicit)(command, state)),
    },
  ],
})

const right = async <A>(task: () => Promise<E.Either<unknown, A>>): Promise<A> => {
  const result = await task()
  if (E.isLeft(result)) throw new Error(JSON.stringify(result.left))
  return result.right
}

const settle = async (store: Outbox, token: string, [message, outcome]: Settled) => {
  if (message === undefined) throw new Error('nothing was claimed')
  await right(store.settle(message, token, outcome))
}

type Settled = readonly [OutboxMessage | undefined, Settlement]

const all = {
  tenantId,
  userId: 'ann',
  time: 'Timed',
  listing: 'Active',
  answers: null,
  window: closeWindow(everything),
  from: null,
  direction: 'Ascending',
  limit: 2000,
} as const

describe('memoryStore', () => {
  test('a commit is seen whole, and only from its last domain event on', async () => {
    const store = memoryStore()
    await right(store.append(appendOf('a', create('a'))))
    const { position } = await right(store.append(appendOf('a', retitle('r', 'Retro'))))

    const titles = await Promise.all(
      [0, 1, 2, 3].map(async (each) => {
        const rows = await right(store.singles({ ...all, position: each }))
        return rows.map(({ event }) => [event.title, event.location])
      }),
    )

    expect(position).toBe(3)
    expect(titles).toEqual([[], [['Review', null]], [['Review', null]], [['Retro', 'Retro']]])
  })

  test('stamps never go back, though the clock does', async () => {
    const stamps = [at, at - 1000, at + 1000]
    const store = memoryStore({ clock: { now: () => stamps.shift() ?? 0 } })
    for (const uid of ['a', 'b', 'c']) await right(store.append(appendOf(uid, create(uid))))
    const log = await right(store.readLog({ tenantId, after: 0, limit: 10 }))
    expect(log.map(({ recordedAt }) => recordedAt)).toEqual([at, at, at + 1000])
    expect(await right(store.positionAt(tenantId, at))).toBe(2)
    expect(await right(store.positionAt(tenantId, at - 1))).toBe(0)
  })

  test('a claimed message comes again only when its lease is over', async () => {
    const store = memoryStore({ clock: { now: () => at } })
    await right(store.append(appendOf('a', create('a'))))
    const claim = (now: number, token: string) =>
      right(store.claim({ now, until: now + 10, limit: 1, token }))

    const [first] = await claim(at, 'one')
    const [second] = await claim(at, 'two')
    expect([first?.recipient, second?.recipient]).toEqual(['bob', 'cyd'])
    expect(await claim(at + 9, 'three')).toEqual([])

    const [again] = await claim(at + 10, 'four')
    await settle(store, 'one', [first, { type: 'Delivered' }])
    expect(again).toEqual(first)
    await settle(store, 'four', [again, { type: 'Failed', dueAt: at + 50, reason: 'down' }])
    await settle(store, 'two', [second, { type: 'Delivered' }])
    expect(await right(store.nextDue)).toBe(at + 50)
    const [failed] = await claim(at + 50, 'five')
    expect(failed?.attempts).toBe(1)
    await settle(store, 'five', [failed, { type: 'Dead', reason: 'gone' }])
    expect(await right(store.nextDue)).toBeNull()
  })

  test('a series that is read again is the same object until it changes', async () => {
    const store = memoryStore()
    const weekly: Command = { ...create('a'), recurrence: ['RRULE:FREQ=WEEKLY'] }
    const { position } = await right(store.append(appendOf('a', weekly)))
    const query = { tenantId, userId: 'bob', listing: 'Active', window: all.window } as const
    const [first] = await right(store.series({ ...query, position }))
    const [again] = await right(store.series({ ...query, position }))
    expect(again?.event).toBe(first?.event)
    await right(store.append(appendOf('a', retitle('r', 'Retro'))))
    const [now] = await right(store.series({ ...query, position: 9 }))
    const [before] = await right(store.series({ ...query, position }))
    expect(now?.event.title).toBe('Retro')
    expect(now?.event.recurrence).toBe(first?.event.recurrence)
    expect(before?.event).toBe(first?.event)
    expect(await right(store.singles({ ...all, position: 9 }))).toEqual([])
  })

  test('a listing of 1,000 events takes milliseconds', async () => {
    const store = memoryStore()
    for (let n = 0; n < 1000; n += 1) await right(store.append(appendOf(`e${n}`, create(`e${n}`))))
    const before = performance.now()
    const rows = await right(store.singles({ ...all, position: 1000 }))
    expect(rows).toHaveLength(1000)
    expect(performance.now() - before).toBeLessThan(200)
  })
})
