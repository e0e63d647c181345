/* eslint-disable @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-assignment -- the wire: tests say what they expect of it */
import { expect, test } from 'vitest'
import { apiOf, DAY, importing, listing, rows, stampOf } from './attendee.js'
import type { Got } from './harness.js'
import { asking, create, NOW, onEveryStore } from './harness.js'

const HOUR = 3_600_000
const MEET = 'https://meet.google.com/abc-defg-hij'
const BOTS = '/api/v1/bots'

const slotAt = (start: number) => ({
  time_slot: { start: stampOf(start), end: stampOf(start + HOUR) },
})

onEveryStore('bots of attendee.dev', (world) => {
  const ask = (route: string, json?: unknown, as: string | null = 'ann', headers = {}) => {
    const key: Record<string, string> = as === null ? {} : { Authorization: `Token demo-${as}` }
    return asking(apiOf(world()))(route, { as: null, json, headers: { ...key, ...headers } })
  }
  const post = (json: unknown, as?: string | null, headers?: object) =>
    ask(`POST ${BOTS}`, json, as, headers)
  const get = (id: unknown, as?: string) => ask(`GET ${BOTS}/${String(id)}`, undefined, as)
  const idOf = (got: Got): string => String(got.body.id)
  const add = (id: string, start = NOW + DAY, fields: object = {}) =>
    create(world().ask, { id, title: id, location: MEET, ...slotAt(start), ...fields })
  const botsIn = async (query: string) =>
    rows(await listing(world())(`ordering=start_time&${query}`)).map((row) => [row.id, row['bots']])

  test('A-13: a bot is scheduled for an event, and is in its row', async () => {
    await add('standup')
    await add('other')
    const metadata = { customer_id: 'abc123', '': [null, 1.5] }
    const made = await post({ event_id: 'evt_standup', metadata })
    const bot = {
      ...{ id: expect.stringMatching(/^bot_[0-9a-f-]{36}$/), metadata, meeting_url: MEET },
      ...{ state: 'scheduled', events: [], transcription_state: 'not_started' },
      ...{ recording_state: 'not_started', join_at: stampOf(NOW + DAY) },
    }
    expect([made.status, made.body]).toEqual([201, bot])
    expect(made.headers.get('Location')).toBe(`${BOTS}/${idOf(made)}`)
    const got = await get(made.body.id)
    expect([got.status, got.body]).toEqual([200, made.body])
    expect(await botsIn('')).toEqual([
      ['evt_other', []],
      ['evt_standup', [made.body]],
    ])
  })

  test('A-13: what is said wins over what the event says; without an event the call must be said', async () => {
    await add('standup')
    const url = 'http://calls.example/x?y=1#z'
    const at = stampOf(NOW + HOUR)
    const said = await post({ event_id: 'evt_standup', meeting_url: url, join_at: at })
    expect(said.body).toMatchObject({ meeting_url: url, join_at: at, metadata: {} })
    const free = await post({ meeting_url: url, event_id: null })
    expect(free.body).toMatchObject({ meeting_url: url, join_at: stampOf(NOW) })
    expect((await post({})).body).toEqual({ error: 'meeting_url is required' })
    expect((await post({ join_at: at })).status).toBe(400)
    await add('nowhere', NOW, { location: null })
    expect((await post({ event_id: 'evt_nowhere' })).body).toEqual({
      error: 'meeting_url is required',
    })
  })

  test('A-13: cancelling an event deletes its scheduled bots', async () => {
    await add('standup')
    const [one, two] = [await post({ event_id: 'evt_standup' }), await post({ meeting_url: MEET })]
    await world().ask('DELETE /calendar/events/standup')
    const gone = await get(one.body.id)
    expect([gone.status, gone.body]).toEqual([404, { detail: 'Not found.' }])
    expect((await get(two.body.id)).status).toBe(200)
    expect(await botsIn('')).toEqual([['evt_standup', []]])
    const late = await post({ event_id: 'evt_standup' })
    expect([late.status, late.body]).toEqual([
      400,
      { error: 'event_id names an event that is cancelled' },
    ])
  })

  test('A-13: rescheduling an event moves join_at by the same amount', async () => {
    await add('standup')
    const early = { event_id: 'evt_standup', join_at: stampOf(NOW + DAY - 60_000) }
    const { body } = await post(early)
    await world().ask('PATCH /calendar/events/standup', { json: slotAt(NOW + 3 * DAY) })
    expect((await get(body.id)).body.join_at).toBe(stampOf(NOW + 3 * DAY - 60_000))
  })

  test('A-13: an import that moves or cancels an event does so too', async () => {
    const { importEvents } = world().calendar.promises
    const [imported] = await importEvents([importing()])
    const { body } = await post({ event_id: `evt_${imported?.uid ?? ''}` })
    const { source, time } = importing()
    const start = NOW + 2 * DAY
    const later = { ...time, start, end: start + HOUR } as never
    await importEvents([importing({ time: later, source: { ...source, updatedAt: NOW + 1 } })])
    expect((await get(body.id)).body.join_at).toBe(stampOf(start))
    await importEvents([
      importing({ status: 'Cancelled', source: { ...source, updatedAt: NOW + 2 } }),
    ])
    expect((await get(body.id)).status).toBe(404)
  })

  test('A-13: an occurrence has bots of its own, as the listing calls it; a series has none', async () => {
    await add('daily', NOW + HOUR, { recurrence: ['RRULE:FREQ=DAILY;COUNT=4'] })
    const ids = rows(await listing(world())('ordering=start_time')).map(({ id }) => id)
    const [first, second, third, fourth] = ids
    for (const event_id of [second, third, fourth]) {
      expect((await post({ event_id })).status).toBe(201)
    }
    expect((await post({ event_id: 'evt_daily' })).body).toEqual({
      error: 'event_id names a series: a bot joins one of its occurrences',
    })
    const place = (id: string | undefined) => String(id).replace('evt_daily_', 'daily/occurrences/')
    await world().ask(`DELETE /calendar/events/${place(second)}`)
    const there = { json: slotAt(NOW + 5 * DAY) }
    await world().ask(`PATCH /calendar/events/${place(third)}`, there)
    const joins = async () =>
      (await botsIn('')).map(([id, bots]) => [
        id,
        (bots as readonly { readonly join_at: string }[]).map(({ join_at }) => join_at),
      ])
    expect(await joins()).toEqual([
      [first, []],
      [second, []],
      [fourth, [stampOf(NOW + HOUR + 3 * DAY)]],
      [third, [stampOf(NOW + 5 * DAY)]],
    ])
  })

  test('A-13: the states of a bot, its recording and its transcription are written with their instants', async () => {
    const { body } = await post({ meeting_url: MEET })
    const { launchBot, advanceBot } = world().calendar.promises
    const ref = { tenantId: 'demo', botId: String(body.id).slice(4) }
    await launchBot(ref)
    world().clock.advance(1)
    await advanceBot({ ...ref, to: 'JoinedRecording', reason: 'admitted' })
    expect((await get(body.id)).body).toMatchObject({
      ...{ state: 'joined_recording', recording_state: 'in_progress' },
      transcription_state: 'not_started',
      events: [
        { old_state: 'scheduled', new_state: 'joining', created_at: '2027-03-08T09:00:00.000000Z' },
        {
          ...{ old_state: 'joining', new_state: 'joined_recording', reason: 'admitted' },
          created_at: '2027-03-08T09:00:00.001000Z',
        },
      ],
    })
  })

  test('bots are of their tenant, and want a key that may send them', async () => {
    await add('standup')
    const made = await post({ event_id: 'evt_standup' })
    expect((await get(made.body.id, 'ann@other')).status).toBe(404)
    expect((await get(made.body.id, 'bob')).status).toBe(200)
    expect((await get(made.body.id, 'reader')).status).toBe(200)
    const elsewhere = await post({ event_id: 'evt_standup' }, 'ann@other')
    expect([elsewhere.status, elsewhere.body]).toEqual([400, { error: 'event_id names no event' }])
    expect((await get(made.body.id, 'guest')).status).toBe(403)
    for (const as of ['guest', 'reader']) {
      const refused = await post({ meeting_url: MEET }, as)
      expect([refused.status, Object.keys(refused.body as object)]).toEqual([403, ['detail']])
    }
    expect((await post({ meeting_url: MEET }, null)).status).toBe(401)
    for (const none of [
      'bot_',
      'bot_x',
      'bot_%20',
      idOf(made).slice(4),
      `bot_${'x'.repeat(300)}`,
    ]) {
      expect((await get(none)).status).toBe(404)
    }
  })

  test('an Idempotency-Key schedules one bot, also once its event is cancelled', async () => {
    await add('standup')
    const key = { 'Idempotency-Key': 'k1' }
    const first = await post({ event_id: 'evt_standup' }, 'ann', key)
    expect((await post({ event_id: 'evt_standup' }, 'ann', key)).body).toEqual(first.body)
    expect((await post({ event_id: 'evt_standup', metadata: {} }, 'ann', key)).status).toBe(422)
    await world().ask('DELETE /calendar/events/standup')
    const again = await post({ event_id: 'evt_standup' }, 'ann', key)
    expect([again.status, again.body]).toEqual([201, first.body])
  })

  test('what is wrong with a new bot is said, and which field it is about', async () => {
    await add('standup')
    await add('daily', NOW, { recurrence: ['RRULE:FREQ=DAILY;COUNT=2'] })
    const deep = JSON.parse(`${'{"a":'.repeat(99)}1${'}'.repeat(99)}`) as unknown
    const wrong: readonly (readonly [field: string, body: unknown])[] = [
      ...[
        'x',
        'ftp://a.example/',
        'javascript:alert(1)',
        'https://',
        'https://a b/',
        '//a.example',
        '',
      ].map((url) => ['meeting_url', { meeting_url: url }] as const),
      ['meeting_url', { meeting_url: 7 }],
      ['meeting_url', { meeting_url: `https://a.example/${'x'.repeat(2048)}` }],
      ...['tomorrow', '2027-03-08', '2027-03-08T09:00:00', '', '99999-01-01T00:00:00Z'].map(
        (at) => ['join_at', { meeting_url: MEET, join_at: at }] as const,
      ),
      ...[
        'evt_',
        'evt_none',
        'standup',
        'evt_standup_20270309T090000Z',
        'evt_daily_20270310T090000Z',
      ].map((id) => ['event_id', { event_id: id }] as const),
      ...[[], 'x', 7, { long: 'x'.repeat(10_000) }].map(
        (metadata) => ['metadata', { meeting_url: MEET, metadata }] as const,
      ),
      ['bot_name', { meeting_url: MEET, bot_name: 'x' }],
    ]
    for (const [field, body] of wrong) {
      const { status, text } = await post(body)
      expect([status, text]).toEqual([400, expect.stringContaining(`${field} `)])
    }
    expect((await post({ meeting_url: MEET, metadata: deep })).status).toBe(400)
    expect(await botsIn('event_id=evt_standup')).toEqual([['evt_standup', []]])
    const full = { event_id: 'evt_standup' }
    for (let count = 0; count < 50; count += 1) expect((await post(full)).status).toBe(201)
    expect((await post(full)).body).toEqual({
      error: 'event_id names an event that has 50 bots, the most',
    })
  })
})
