import { createCalendar } from '@kalends/core'
import { memoryStore } from '@kalends/storage-memory'
import { expect, test } from 'vitest'

const timeSlot = { start: '2027-03-08T09:00:00Z', end: '2027-03-08T10:00:00Z' }

const calendarOf = async () => {
  const { promises } = createCalendar({ store: memoryStore() })
  const asked = (uid: string) => ({ tenantId: 't', actor: 'ann', uid }) as const
  const viewer = { tenantId: 't', userId: 'bob' }
  const create = (uid: string, ...guests: readonly string[]) =>
    promises.execute({
      ...asked(uid),
      type: 'CreateEvent',
      title: uid,
      timeSlot,
      participants: guests.map((userId) => ({ userId })),
    })
  const { next } = await promises.changes({ viewer, limit: 10 })
  const seen = async (since: string, limit = 100) => {
    const found = await promises.changes({ viewer, since, limit })
    return { ...found, items: found.items.map(({ type, uid }) => `${type} ${uid}`) }
  }
  return { promises, asked, create, token: next, seen, viewer }
}

test('changes: each event once, with what became of it for the viewer', async () => {
  const { promises, asked, create, token, seen } = await calendarOf()
  await create('new', 'bob')
  await create('not-his')
  expect((await seen(token)).items).toEqual(['Created new'])

  const { next } = await seen(token)
  await create('brief', 'bob')
  await promises.execute({ ...asked('brief'), type: 'CancelEvent' })
  await promises.execute({ ...asked('new'), type: 'PatchEvent', changes: { title: 'Newer' } })
  expect((await seen(next)).items).toEqual(['Updated new'])

  const { next: later } = await seen(next)
  await promises.execute({ ...asked('new'), type: 'UninviteParticipant', userId: 'bob' })
  expect((await seen(later)).items).toEqual(['Removed new'])
  expect((await seen(next)).items).toEqual(['Removed new'])
})

test('changes: small steps see what one large step sees, and lose nothing', async () => {
  const { promises, asked, create, token, seen } = await calendarOf()
  for (const uid of ['a', 'b', 'c']) await create(uid, 'bob')
  await promises.execute({ ...asked('b'), type: 'CancelEvent' })
  const steps: string[] = []
  let at = token
  for (;;) {
    const { items, next, more } = await seen(at, 1)
    steps.push(...items)
    at = next
    if (!more) break
  }
  expect(steps).toEqual(['Created a', 'Created b', 'Created c', 'Cancelled b'])
  expect((await seen(token)).items).toEqual(['Created a', 'Created c'])
})

test('changes: a token is of one viewer', async () => {
  const { promises, token } = await calendarOf()
  const other = { tenantId: 't', userId: 'eve' }
  await expect(promises.changes({ viewer: other, since: token, limit: 1 })).rejects.toMatchObject({
    failure: { type: 'InvalidCursor' },
  })
})

test('changes: a token from beyond the end of the log is of another log', async () => {
  const secret = 'the same secret'
  const viewer = { tenantId: 't', userId: 'bob' }
  const before = createCalendar({ store: memoryStore(), secret })
  const restored = createCalendar({ store: memoryStore(), secret })
  await before.promises.execute({
    tenantId: 't',
    actor: 'ann',
    type: 'CreateEvent',
    title: 'Lost',
    timeSlot,
  })
  const { next } = await before.promises.changes({ viewer, limit: 1 })

  for (const read of [restored.promises.changes, restored.promises.watch]) {
    await expect(read({ viewer, since: next, limit: 1 })).rejects.toMatchObject({
      failure: { type: 'InvalidCursor' },
    })
  }
})
