/* eslint-disable @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-argument -- the wire: tests say what they expect of it */
import { MOST_WEBHOOKS } from '@kalends/core'
import { webhookSink } from '@kalends/runners'
import { Webhook } from 'standardwebhooks'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { importing } from './attendee.js'
import type { WebhookWorld } from './webhook-world.js'
import { namesIn, webhookStores, webhookWorld } from './webhook-world.js'

const HOOKS = '/api/v1/webhooks'
const EVENTS = '/api/v1/calendar_events'

describe.each(webhookStores)('webhooks on %s', (_name, open) => {
  const current: { world?: WebhookWorld } = {}
  beforeEach(async () => {
    current.world = await webhookWorld(open)
  })
  afterEach(() => current.world?.close())
  const world = (): WebhookWorld => {
    if (current.world === undefined) throw new Error('outside of a test')
    return current.world
  }
  const sent = () => world().receiver.received
  const changedSince = async (nth: number) => {
    const { change_token: token } = sent()[nth]?.payload.data ?? { change_token: '' }
    return namesIn(await world().ask(`GET ${EVENTS}?change_token=${token}`))
  }

  test('A-13: a webhook is made with a secret, listed without it, and deleted once', async () => {
    const { ask, receiver } = world()
    const json = { url: receiver.url(), triggers: ['calendar.events_update'] }
    const made = await ask(`POST ${HOOKS}`, { json })
    expect(made.status).toBe(201)
    const { secret, ...item } = made.body
    expect(item).toMatchObject({ ...json, is_active: true, is_failing: false })
    expect(item.id).toMatch(/^webhook_/)
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    const listed = await ask(`GET ${HOOKS}`)
    expect([listed.status, listed.body]).toEqual([200, { results: [item] }])
    expect((await ask(`DELETE ${HOOKS}/${item.id}`)).status).toBe(204)
    const again = await ask(`DELETE ${HOOKS}/${item.id}`)
    expect([again.status, again.body]).toEqual([404, { detail: 'Not found.' }])
    expect((await ask(`GET ${HOOKS}`)).body).toEqual({ results: [] })
  })

  test('A-13: the same Idempotency-Key makes one webhook', async () => {
    const { ask, receiver } = world()
    const json = { url: receiver.url(), triggers: ['calendar.state_change'] }
    const headers = { 'Idempotency-Key': 'k1' }
    const [one, two] = [
      await ask(`POST ${HOOKS}`, { json, headers }),
      await ask(`POST ${HOOKS}`, { json, headers }),
    ]
    expect([two.status, two.body]).toEqual([201, one.body])
    expect((await ask(`GET ${HOOKS}`)).body.results).toHaveLength(1)
    const other = { ...json, url: receiver.url('/other') }
    expect((await ask(`POST ${HOOKS}`, { json: other, headers })).status).toBe(422)
  })

  test('A-13: what is wrong with a webhook is said with the name of the field', async () => {
    const { ask } = world()
    const url = 'https://example.com/'
    const triggers = ['calendar.events_update']
    const cases: readonly (readonly [unknown, RegExp])[] = [
      [{ triggers }, /^url is required/],
      [{ url }, /^triggers is required/],
      [{ url, triggers: 'calendar.events_update' }, /^triggers must be a list/],
      [{ url, triggers: ['other'] }, /^triggers\.0 must be one of calendar\.events_update, /],
      [{ url, triggers: [] }, /^triggers must not be empty/],
      [{ url: 7, triggers }, /^url must be a string/],
      [{ url: 'https://ann:pw@example.com/', triggers }, /^Invalid url\. /],
      [{ url: 'ftp://example.com/', triggers }, /^Invalid url\. /],
      [{ url: `https://example.com/${'a'.repeat(2000)}`, triggers }, /^url must have at most/],
      [{ url, triggers, more: 1 }, /^more is not a known member/],
    ]
    for (const [json, words] of cases) {
      const got = await ask(`POST ${HOOKS}`, { json })
      expect([got.status, Object.keys(got.body)]).toEqual([400, ['error']])
      expect(got.body.error).toMatch(words)
    }
  })

  test('A-13: webhooks are for who may see the tenant, and of one tenant', async () => {
    const { ask, subscribe, receiver } = world()
    const id = await subscribe()
    const json = { url: receiver.url(), triggers: ['calendar.events_update'] }
    const routes = [
      `GET ${HOOKS}`,
      `POST ${HOOKS}`,
      `DELETE ${HOOKS}/${id}`,
      `GET ${HOOKS}/${id}/dead_letters`,
      `POST ${HOOKS}/${id}/dead_letters/m/replay`,
    ]
    for (const route of routes) {
      const body = route === `POST ${HOOKS}` ? { json } : {}
      expect((await ask(route, { as: null, ...body })).status).toBe(401)
      expect((await ask(route, { as: 'guest', ...body })).status).toBe(403)
    }
    expect((await ask(`GET ${HOOKS}`, { as: 'eve@other' })).body).toEqual({ results: [] })
    for (const route of routes.slice(2)) {
      expect((await ask(route, { as: 'eve@other' })).status).toBe(404)
    }
    expect((await ask(`GET ${HOOKS}`)).body.results).toHaveLength(1)
  })

  test('A-13: a tenant has a bounded number of webhooks', async () => {
    const { ask, subscribe, receiver } = world()
    for (let nth = 0; nth < MOST_WEBHOOKS; nth += 1) await subscribe()
    const json = { url: receiver.url(), triggers: ['calendar.events_update'] }
    const got = await ask(`POST ${HOOKS}`, { json })
    expect([got.status, got.body]).toEqual([
      400,
      { error: 'A project may have at most 20 webhooks.' },
    ])
    await subscribe(undefined, '/other', 'ann@other')
  })

  test('A-13: a change is told at once, signed, without anything of the event', async () => {
    const { subscribe, create, start, idle, receiver } = world()
    await create('before')
    await subscribe()
    start()
    await idle()
    expect(sent()).toEqual([])
    await create('secret-title')
    await idle()
    expect(sent()).toHaveLength(1)
    const [{ id, payload }] = sent() as [(typeof receiver.received)[number]]
    expect(payload).toEqual({
      idempotency_key: id,
      trigger: 'calendar.events_update',
      data: { change_token: expect.any(String) as string },
    })
    expect(JSON.stringify(payload)).not.toContain('secret-title')
    expect(Buffer.from(payload.data.change_token, 'base64url').toString()).not.toContain('title')
    // What the receiver checks with can tell.
    const forged = { 'webhook-id': id, 'webhook-timestamp': String(Math.floor(Date.now() / 1000)) }
    const check = new Webhook([...receiver.secrets.values()][0] ?? '')
    expect(() => check.verify('{}', { ...forged, 'webhook-signature': 'v1,AAAA' })).toThrow()
  })

  test('A-13: the token of a webhook lists exactly what changed since the one before', async () => {
    const { subscribe, create, start, idle, wait, calendar, ask } = world()
    const command = { tenantId: 'demo', actor: 'ann' } as const
    await create('single')
    await create('series', { recurrence: ['RRULE:FREQ=DAILY;COUNT=3'] })
    await create('untouched')
    await create('elsewhere', {}, 'other')
    await subscribe()
    start()
    await create('new')
    await idle()
    expect(await changedSince(0)).toEqual(['new'])

    await calendar.promises.execute({ ...command, type: 'CancelEvent', uid: 'single' })
    await calendar.promises.execute({
      ...{ ...command, type: 'PatchEvent', uid: 'series', changes: { title: 'renamed' } },
    })
    await calendar.promises.execute({
      ...{ ...command, actor: 'ann', type: 'AnswerEvent', uid: 'untouched', status: 'Declined' },
    })
    await wait(1000)
    expect(sent()).toHaveLength(2)
    const since = await changedSince(1)
    expect(since).toEqual(['renamed', 'renamed', 'renamed', 'single'])
    // The clock stands still: nothing but the log tells what was before.
    expect(await changedSince(0)).toEqual(['new', ...since])
    const { change_token: token } = sent()[1]?.payload.data ?? { change_token: '' }
    const first = `GET ${EVENTS}?change_token=${token}&ordering=start_time`
    for (const as of ['bob', 'ann']) expect(namesIn(await ask(first, { as }))).toEqual(since)
    expect(namesIn(await ask(`${first}&event_id=evt_single`))).toEqual(['single'])
    expect(namesIn(await ask(`${first}&event_id=evt_new`))).toEqual([])
  })

  test('A-13: what a token begins behind is not listed, down to the commit', async () => {
    const { subscribe, create, startDelivering, idle, webhooks, clock } = world()
    await subscribe()
    const series = { recurrence: ['RRULE:FREQ=DAILY;COUNT=2'] }
    await create('earlier-series', series)
    const { position: after } = await create('earlier')
    const { position } = await create('later')
    await webhooks.promises.announce({
      ...{ tenantId: 'demo', after, position, updates: { from: clock.now(), last: position } },
      ...{ connections: [], debounceMs: 0 },
    })
    startDelivering()
    await idle()
    expect(await changedSince(0)).toEqual(['later'])
  })

  test('A-13: a token that is no good is refused by its name', async () => {
    const { subscribe, create, start, idle, ask } = world()
    for (const uid of ['a', 'b', 'c', 'd']) await create(uid, {}, 'other')
    await subscribe()
    start()
    await create('one')
    await idle()
    const { change_token: token } = sent()[0]?.payload.data ?? { change_token: '' }
    const bad = [`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`, '', 'x']
    const asked = [...bad.map((text) => [text, 'ann'] as const), [token, 'a@other'] as const]
    for (const [each, as] of asked) {
      const got = await ask(`GET ${EVENTS}?change_token=${each}`, { as })
      expect([got.status, got.body]).toEqual([
        400,
        { error: 'Invalid change_token. Use the change_token of a webhook.' },
      ])
    }
  })

  test('A-13: a burst of 100 changes is told at once and once more after the debounce', async () => {
    const { subscribe, create, start, idle, wait } = world()
    await subscribe()
    start()
    await create('event-0')
    await idle()
    for (let nth = 1; nth < 100; nth += 1) await create(`event-${nth}`)
    await idle()
    await wait(999)
    expect(sent()).toHaveLength(1)
    await wait(1)
    expect(sent()).toHaveLength(2)
    expect(await changedSince(0)).toHaveLength(100)
    expect(await changedSince(1)).toHaveLength(99)
    await wait(60_000)
    expect(sent()).toHaveLength(2)
  })

  test('A-13: importing the same again, answers and detected languages tell nothing', async () => {
    const { subscribe, create, start, wait, calendar } = world()
    const events = [1, 2, 3].map((nth) => importing({ key: [`google-${nth}`] }))
    await subscribe()
    start()
    await calendar.promises.importEvents(events)
    await wait(2000)
    const before = sent().length
    expect(before).toBeGreaterThan(0)
    await calendar.promises.importEvents(events)
    await wait(60_000)
    expect(sent()).toHaveLength(before)

    await create('invites', {
      participants: [{ userId: 'bob' }],
      body: { format: 'Plain', content: 'Hello' },
    })
    await wait(2000)
    expect(sent()).toHaveLength(before + 1)
    const command = { tenantId: 'demo', uid: 'invites' } as const
    await calendar.promises.execute({
      ...{ ...command, type: 'AnswerEvent', actor: 'bob', status: 'Accepted' },
    })
    await calendar.promises.execute({
      ...{ ...command, type: 'RecordLanguage', actor: 'd', language: 'en', bodyRevision: 1 },
    })
    await calendar.promises.toggleBookmark({ tenantId: 'demo', actor: 'bob', id: 'invites' })
    await wait(60_000)
    expect(sent()).toHaveLength(before + 1)
  })

  test('A-13: what is answered 500 is tried again after its backoff, with the same id', async () => {
    const { subscribe, create, start, idle, wait, receiver, settled } = world()
    receiver.state.answer = (nth) => (nth < 3 ? 500 : 200)
    await subscribe()
    start()
    await create('one')
    await idle()
    expect(sent()).toHaveLength(1)
    await wait(499)
    expect(sent()).toHaveLength(1)
    await wait(1)
    expect(sent()).toHaveLength(2)
    await wait(1000)
    expect(settled).toEqual(['Failed', 'Failed', 'Delivered'])
    expect(new Set(sent().map(({ id }) => id)).size).toBe(1)
    await wait(60_000)
    expect(sent()).toHaveLength(3)
  })

  test('A-13: what failed too often is a dead letter that is listed and sent again', async () => {
    const { subscribe, create, startAnnouncing, startDelivering, idle, wait, receiver, ask } =
      world()
    receiver.state.answer = () => 500
    const id = await subscribe()
    startAnnouncing()
    startDelivering({ maxAttempts: 2 })
    await create('one')
    await idle()
    expect((await ask(`GET ${HOOKS}/${id}/dead_letters`)).body).toEqual({ results: [] })
    await wait(1000)
    await wait(60_000)
    expect(sent()).toHaveLength(2)
    const dead = await ask(`GET ${HOOKS}/${id}/dead_letters`)
    expect(dead.body.results).toEqual([
      {
        id: sent()[0]?.id,
        attempts: 2,
        reason: 'answered 500',
        created_at: expect.any(String) as string,
      },
    ])
    receiver.state.answer = () => 200
    const replay = `POST ${HOOKS}/${id}/dead_letters/${dead.body.results[0].id}/replay`
    expect((await ask(replay)).status).toBe(202)
    await idle()
    expect(sent()).toHaveLength(3)
    expect(new Set(sent().map((each) => each.id)).size).toBe(1)
    expect((sent()[2]?.timestamp ?? 0) - (sent()[0]?.timestamp ?? 0)).toBeGreaterThanOrEqual(61)
    expect(await changedSince(2)).toEqual(['one'])
    expect((await ask(replay)).status).toBe(404)
    expect((await ask(`GET ${HOOKS}/${id}/dead_letters`)).body).toEqual({ results: [] })
  })

  test('A-13: a crash between delivery and settling sends again, with the same id', async () => {
    const { subscribe, create, startAnnouncing, startDelivering, idle, wait, store } = world()
    await subscribe()
    startAnnouncing()
    const dying = startDelivering({
      outbox: {
        ...store,
        settle: () => () => Promise.resolve({ _tag: 'Right', right: undefined }),
      },
    })
    await create('one')
    await idle()
    await dying.stop()
    expect(sent()).toHaveLength(1)
    startDelivering()
    await wait(19_999)
    expect(sent()).toHaveLength(1)
    await wait(1)
    expect(sent()).toHaveLength(2)
    expect(sent()[0]?.id).toBe(sent()[1]?.id)
    await wait(60_000)
    expect(sent()).toHaveLength(2)
  })

  test('A-13: while a receiver fails no messages pile up, and one token lists what it missed', async () => {
    const { subscribe, create, start, idle, wait, receiver, ask } = world()
    receiver.state.answer = () => 500
    await subscribe()
    start()
    await create('one')
    await idle()
    for (const ms of [500, 1000]) await wait(ms)
    expect((await ask(`GET ${HOOKS}`)).body.results).toMatchObject([{ is_failing: true }])
    for (const uid of ['two', 'three', 'four']) {
      await create(uid)
      await wait(1000)
    }
    expect(new Set(sent().map(({ id }) => id)).size).toBe(1)
    receiver.state.answer = () => 200
    await wait(60_000)
    expect(new Set(sent().map(({ id }) => id)).size).toBe(2)
    expect(await changedSince(sent().length - 1)).toEqual(['four', 'three', 'two'])
    expect((await ask(`GET ${HOOKS}`)).body.results).toMatchObject([{ is_failing: false }])
    const before = sent().length
    await create('five')
    await idle()
    expect(sent()).toHaveLength(before + 1)
    expect(await changedSince(before)).toEqual(['five'])
  })

  test('A-13: a replay brings back a webhook that was given up', async () => {
    const { subscribe, create, startAnnouncing, startDelivering, idle, wait, receiver, ask } =
      world()
    receiver.state.answer = () => 500
    const id = await subscribe()
    startAnnouncing()
    startDelivering({ maxAttempts: 3 })
    await create('one')
    await idle()
    for (const ms of [500, 1000]) await wait(ms)
    receiver.state.answer = () => 200
    await create('two')
    await wait(60_000)
    expect(sent()).toHaveLength(3)
    const { results } = (await ask(`GET ${HOOKS}/${id}/dead_letters`)).body
    expect(results).toHaveLength(1)
    await ask(`POST ${HOOKS}/${id}/dead_letters/${results[0].id}/replay`)
    await idle()
    expect(sent()).toHaveLength(5)
    expect(await changedSince(3)).toEqual(['one', 'two'])
    expect(await changedSince(4)).toEqual(['two'])
  })

  test('A-13: two processes that tell and deliver tell and deliver once', async () => {
    const { subscribe, create, start, idle, wait } = world()
    await subscribe()
    start()
    start()
    await create('one')
    await idle()
    for (let nth = 0; nth < 20; nth += 1) await create(`event-${nth}`)
    await wait(1000)
    await wait(60_000)
    expect(sent()).toHaveLength(2)
    expect(new Set(sent().map(({ id }) => id)).size).toBe(2)
  })

  test('A-13: each webhook of a tenant is told, one that is deleted is not', async () => {
    const { subscribe, create, start, idle, wait, ask, receiver, settled } = world()
    const gone = await subscribe()
    await subscribe(undefined, '/other')
    await subscribe(undefined, '/elsewhere', 'ann@other')
    start()
    await create('one')
    await idle()
    expect(new Set(sent().map(({ id }) => id)).size).toBe(2)
    receiver.state.answer = () => 500
    await create('two')
    await wait(1000)
    expect(sent()).toHaveLength(4)
    await ask(`DELETE ${HOOKS}/${gone}`)
    receiver.state.answer = () => 200
    await create('three')
    await wait(60_000)
    const last = sent().slice(4)
    expect(last.length).toBe(2)
    expect(settled).not.toContain('Dead')
    expect(last.every(({ id }) => !id.endsWith(gone.replace('webhook_', '')))).toBe(true)
  })

  test('A-13: 410 disables a webhook, and a redirect is not followed', async () => {
    const { subscribe, create, start, idle, wait, ask, receiver, settled } = world()
    receiver.state.answer = () => 302
    receiver.state.headers = { Location: '/other' }
    const id = await subscribe()
    start()
    await create('one')
    await idle()
    expect([sent().length, settled]).toEqual([1, ['Failed']])
    receiver.state.answer = () => 410
    await wait(500)
    expect(settled).toEqual(['Failed', 'Dead'])
    expect((await ask(`GET ${HOOKS}`)).body.results).toMatchObject([{ id, is_active: false }])
    await create('two')
    await wait(60_000)
    expect(sent()).toHaveLength(2)
  })

  test('A-13: calendar.state_change tells of a calendar that loses and finds its provider', async () => {
    const { subscribe, create, start, idle, wait, calendar } = world()
    await subscribe(['calendar.state_change'])
    start()
    const change = { type: 'ChangeCalendar', tenantId: 'demo', actor: 'ann' } as const
    const calendarId = 'primary-ann'
    await create('not-told')
    await calendar.promises.manage({ ...change, calendarId, connection: 'Disconnected' })
    await idle()
    await calendar.promises.manage({ ...change, calendarId, connection: 'Disconnected' })
    await wait(1000)
    await calendar.promises.manage({ ...change, calendarId, name: 'Mine' })
    await calendar.promises.manage({ ...change, calendarId, connection: 'Connected' })
    await wait(1000)
    expect(sent().map(({ payload }) => ({ ...payload, idempotency_key: '' }))).toEqual(
      ['disconnected', 'connected'].map((state) => ({
        idempotency_key: '',
        trigger: 'calendar.state_change',
        calendar_id: 'cal_primary-ann',
        data: { state },
      })),
    )
  })

  test('A-13: notifications to users are not held up by webhooks, nor sent to them', async () => {
    const { subscribe, create, startAnnouncing, startDelivering, idle, webhooks, clock } = world()
    await subscribe()
    startAnnouncing()
    const told: string[] = []
    const sink = webhookSink({ webhooks, clock })
    startDelivering({
      audience: 'Users',
      notifier: {
        notify: (message) => {
          told.push(message.kind)
          return sink.notify(message)
        },
      },
    })
    await create('one', { participants: [{ userId: 'bob' }] })
    await idle()
    // A webhook's message is waiting now.
    await create('two', { participants: [{ userId: 'bob' }] })
    await idle()
    expect(told).toEqual(['Invitation', 'Invitation'])
    expect(sent()).toEqual([])
  })
})
