import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { at, clientOf, listAt, meeting, textAt } from './client.js'
import { newFolder, type Spawned, spawnServer } from './spawn-server.js'

const folder = newFolder()
const notifications = folder.file('notifications.jsonl')
let server: Spawned
beforeAll(async () => {
  server = await spawnServer({
    KALENDS_DEMO: '1',
    DATABASE_URL: `file:${folder.file('kalends.db')}`,
    KALENDS_NOTIFICATION_LOG: notifications,
  })
})
afterAll(async () => {
  await server.end('SIGKILL')
  folder.remove()
})
const as = (user: string) => clientOf(server.url, `demo-${user}`)

const told = (uid: string) =>
  readFileSync(notifications, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter((message) => message['uid'] === uid)

test('a meeting’s life: create, list, answer, patch, reset, overview, cancel, history', async () => {
  const ann = as('ann')
  const bob = as('bob')
  const created = await ann('POST', '/calendar/events', meeting('planning', 'bob'))
  expect(created).toMatchObject({
    status: 201,
    json: {
      id: 'planning',
      revision: 1,
      time_slot: { start: '2027-03-08T09:00:00-05:00', time_zone: 'America/New_York' },
      participants: [
        { user_id: 'ann', rsvp_status: 'ACCEPTED', is_organizer: true },
        { user_id: 'bob', rsvp_status: 'NEEDS_ACTION', is_organizer: false },
      ],
    },
  })
  const query = 'start_after=2027-03-08T00:00:00%2B01:00&start_before=2027-03-09T00:00:00%2B01:00'
  expect((await bob('GET', `/calendar/events?${query}`)).json).toMatchObject({
    items: [{ id: 'planning', rsvp_status: 'NEEDS_ACTION', organizer: { user_id: 'ann' } }],
    pagination: { next_cursor: null, prev_cursor: null, has_more: false },
  })
  const event = '/calendar/events/planning'
  expect(await bob('PUT', `${event}/rsvp`, { rsvp_status: 'ACCEPTED' })).toMatchObject({
    status: 200,
    json: { revision: 1, participants: [{}, { user_id: 'bob', rsvp_status: 'ACCEPTED' }] },
  })
  const longer = { time_slot: { end: '2027-03-08T11:00:00' } }
  expect((await ann('PATCH', event, longer)).json).toMatchObject({
    revision: 2,
    sequence: 1,
    time_slot: { end: '2027-03-08T11:00:00-05:00' },
    participants: [{}, { user_id: 'bob', rsvp_status: 'ACCEPTED' }],
  })
  const reset = { participants_notification: 'RESET_NOTIFICATION' }
  expect((await ann('PATCH', event, reset)).json).toMatchObject({
    revision: 3,
    participants: [{ rsvp_status: 'ACCEPTED' }, { rsvp_status: 'NEEDS_ACTION' }],
  })
  const overview = await bob('GET', '/calendar/events/overview?time_zone=Europe/Berlin')
  expect(overview.json).toMatchObject({
    today: expect.any(Number) as unknown,
    tomorrow: expect.any(Number) as unknown,
    next_seven_days: expect.any(Number) as unknown,
  })
  expect((await ann('DELETE', event)).status).toBe(204)
  const history = await ann('GET', `${event}/history`)
  expect(at(history.json, 'items')).toMatchObject(
    ['Created', 'Answered', 'Rescheduled', 'RsvpsReset', 'Cancelled'].map((type, index) => ({
      type,
      version: index + 1,
    })),
  )
  expect((await bob('GET', `${event}/history`)).status).toBe(403)
  await expect
    .poll(() =>
      told('planning').map(({ kind, recipient }) => `${String(kind)} ${String(recipient)}`),
    )
    .toEqual(['Invitation bob', 'Update bob', 'Reinvitation bob', 'Cancellation bob'])
})

describe('all at once', () => {
  test('50 creates of one id: one event, one 201, one invitation a guest', async () => {
    const ann = as('ann')
    const creates = await Promise.all(
      Array.from({ length: 50 }, () =>
        ann('POST', '/calendar/events', meeting('once', 'bob', 'cyd')),
      ),
    )
    const statuses = creates.map(({ status }) => status).toSorted()
    expect(statuses).toEqual([...Array.from({ length: 49 }, () => 200), 201])
    const history = await ann('GET', '/calendar/events/once/history')
    expect(at(history.json, 'items')).toMatchObject([{ type: 'Created' }])
    await ann('PATCH', '/calendar/events/once', { title: 'Told last' })
    await expect.poll(() => told('once').map(({ kind }) => kind)).toContain('Update')
    const invited = told('once').flatMap(({ kind, recipient }) =>
      kind === 'Invitation' ? [recipient] : [],
    )
    expect(invited.toSorted()).toEqual(['bob', 'cyd'])
  })

  test('200 answers while the organizer patches 20 times: none lost, none refused', async () => {
    const ann = as('ann')
    const guests = Array.from({ length: 200 }, (_, n) => `guest-${n}`)
    await ann('POST', '/calendar/events', meeting('busy', ...guests))
    const event = '/calendar/events/busy'
    const statusOf = (n: number) => ['ACCEPTED', 'DECLINED', 'TENTATIVE'][n % 3]
    const answers = guests.map(async (guest, n) =>
      as(guest)('PUT', `${event}/rsvp`, { rsvp_status: statusOf(n) }),
    )
    const patches = Array.from({ length: 20 }, (_, n) =>
      ann('PATCH', event, { title: `Title ${n}` }),
    )
    const answered = await Promise.all([...answers, ...patches])
    expect(new Set(answered.map(({ status }) => status))).toEqual(new Set([200]))
    const { json } = await ann('GET', event)
    expect(at(json, 'revision')).toBe(21)
    const shown = listAt(json, 'participants')
      .filter((each) => textAt(each, 'user_id') !== 'ann')
      .map((each) => [textAt(each, 'user_id'), textAt(each, 'rsvp_status')] as const)
    expect(new Map(shown)).toEqual(new Map(guests.map((guest, n) => [guest, statusOf(n)])))
  })
})
