/* eslint-disable @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-return -- the wire: tests say what they expect of it */
import { expect, test } from 'vitest'
import { codeOf, create, EVENTS, NOW, onEveryStore, pointersIn } from './harness.js'

const HOUR = 3_600_000
const stamp = (ms: number) => new Date(ms).toISOString()

onEveryStore('overview', (world) => {
  const add = (id: string, [from, to]: readonly [number, number], fields: object = {}) =>
    create(world().ask, {
      id,
      time_slot: { start: stamp(NOW + from * HOUR), end: stamp(NOW + to * HOUR) },
      ...fields,
    })
  const overview = async (query = 'time_zone=UTC', as = 'ann') =>
    (await world().ask(`GET ${EVENTS}/overview?${query}`, { as })).body as unknown

  test('F-20: counts what is to come by period, whatever the answer but DECLINED', async () => {
    const guests = { participants: [{ user_id: 'bob' }] }
    for (const [id, answer] of Object.entries({
      a: 'ACCEPTED',
      b: 'TENTATIVE',
      c: null,
      d: 'DECLINED',
    })) {
      await add(id, [1, 2], guests)
      if (answer === null) continue
      await world().ask(`PUT ${EVENTS}/${id}/rsvp`, { as: 'bob', json: { rsvp_status: answer } })
    }
    await add('tomorrow', [24, 25], guests)
    await add('later', [6 * 24, 6 * 24 + 1], guests)
    await add('too-late', [7 * 24, 7 * 24 + 1], guests)

    expect(await overview('time_zone=UTC', 'bob')).toEqual({
      today: 3,
      tomorrow: 1,
      next_seven_days: 5,
    })
    expect(await overview()).toEqual({ today: 4, tomorrow: 1, next_seven_days: 6 })
  })

  test('F-20: what has ended, at now too, or is cancelled is not counted; what runs is', async () => {
    await add('ended', [-2, -1])
    await add('ends-now', [-1, 0])
    await add('runs', [-30, 1])
    await add('gone', [1, 2])
    await world().ask(`DELETE ${EVENTS}/gone`)

    expect(await overview()).toEqual({ today: 1, tomorrow: 0, next_seven_days: 1 })
  })

  test('one that spans midnight counts in both days', async () => {
    await add('night', [14, 16])

    expect(await overview()).toEqual({ today: 1, tomorrow: 1, next_seven_days: 1 })
  })

  test('F-21: time_zone is required, IANA, and whose midnights count', async () => {
    await add('evening', [14, 15])

    expect(await overview('time_zone=Europe/Berlin')).toMatchObject({ today: 0, tomorrow: 1 })
    expect(await overview('time_zone=America/New_York')).toMatchObject({ today: 1, tomorrow: 0 })
    expect(await overview('time_zone=Etc/GMT+5')).toMatchObject({ today: 1 })
    for (const query of [
      '',
      'time_zone=',
      'time_zone=Mars',
      'time_zone=%2B01:00',
      'time_zone=UTC&time_zone=UTC',
    ]) {
      const got = await world().ask(`GET ${EVENTS}/overview?${query}`)
      expect([codeOf(got), pointersIn(got)], query).toEqual([
        '400 VALIDATION_FAILED',
        ['/time_zone'],
      ])
    }
  })

  test('days have 23 hours where the zone says', async () => {
    world().clock.advance(5 * 24 * HOUR) // 13 March; New York springs forward on the 14th
    await add('last-hour', [5 * 24 + 42, 5 * 24 + 43]) // 03:00Z on the 15th: 23:00 in New York
    await add('next-day', [5 * 24 + 43, 5 * 24 + 44])

    expect(await overview('time_zone=America/New_York')).toMatchObject({
      tomorrow: 1,
      next_seven_days: 2,
    })
  })
})

onEveryStore('get', (world) => {
  const get = (query = '', as = 'ann') => world().ask(`GET ${EVENTS}/a${query}`, { as })

  test('F-22: participants only; for others it does not exist', async () => {
    await create(world().ask, { id: 'a', participants: [{ user_id: 'bob' }], visibility: 'PUBLIC' })

    expect((await get()).status).toBe(200)
    expect((await get('', 'bob')).status).toBe(200)
    expect(codeOf(await get('', 'cyd'))).toBe('404 NOT_FOUND')
    expect(codeOf(await get('', 'ann@elsewhere'))).toBe('404 NOT_FOUND')
    for (const id of ['b', 'a_20270308', 'a%20b', 'x'.repeat(200), '%2e%2e%2f']) {
      expect(codeOf(await world().ask(`GET ${EVENTS}/${id}`)), id).toBe('404 NOT_FOUND')
    }
  })

  test('F-22: body_format restricts the formats', async () => {
    await create(world().ask, { id: 'a', body: { format: 'PLAIN', content: 'Hi' } })
    const formats = async (query: string) =>
      (await get(query)).body.body.map(({ format }: { format: string }) => format) as unknown

    expect(await formats('')).toEqual(['PLAIN', 'DELTA', 'HTML'])
    expect(await formats('?body_format=HTML')).toEqual(['HTML'])
    expect(await formats('?body_format=HTML&body_format=PLAIN&body_format=HTML')).toEqual([
      'HTML',
      'PLAIN',
    ])
    expect(pointersIn(await get('?body_format=RTF'))).toEqual(['/body_format'])
    expect(pointersIn(await get('?body_format='))).toEqual(['/body_format'])
    const delta = (await get('?body_format=DELTA')).body.body as unknown
    expect(delta).toEqual([{ format: 'DELTA', content: { ops: [{ insert: 'Hi\n' }] } }])
  })

  test('an answer carries its revision, is never kept and never 304', async () => {
    await create(world().ask, { id: 'a' })
    const got = await world().ask(`GET ${EVENTS}/a`, { headers: { 'If-None-Match': '"1"' } })

    expect([got.status, got.headers.get('ETag')]).toEqual([200, '"1"'])
    expect(got.headers.get('Cache-Control')).toBe('private, no-store')
  })

  test('show_participant_list false: others see themselves and the organizer', async () => {
    const participants = [{ user_id: 'bob' }, { user_id: 'cyd' }]
    await create(world().ask, { id: 'a', participants, show_participant_list: false })
    const seen = async (as: string) =>
      (await get('', as)).body.participants.map(
        ({ user_id }: { user_id: string }) => user_id,
      ) as unknown

    expect(await seen('ann')).toEqual(['ann', 'bob', 'cyd'])
    expect(await seen('cyd')).toEqual(['ann', 'cyd'])
  })

  test('a cancelled event still answers its participants', async () => {
    await create(world().ask, { id: 'a', participants: [{ user_id: 'bob' }] })
    await world().ask(`DELETE ${EVENTS}/a`)

    expect((await get('', 'bob')).body.status).toBe('CANCELLED')
  })
})

onEveryStore('history', (world) => {
  const history = (query = '', as = 'ann') => world().ask(`GET ${EVENTS}/a/history${query}`, { as })

  test('the domain events that made it what it is, in pages', async () => {
    const { ask } = world()
    await create(ask, {
      id: 'a',
      participants: [{ user_id: 'bob' }],
      body: { format: 'DELTA', content: { ops: [{ insert: 'x', attributes: { bold: true } }] } },
    })
    await ask(`PATCH ${EVENTS}/a`, {
      json: { title: 'Retro', time_slot: { end: '2027-03-08T12:00:00Z' } },
    })
    await ask(`PUT ${EVENTS}/a/rsvp`, {
      as: 'bob',
      json: { rsvp_status: 'DECLINED', comment: 'No' },
    })
    const got = await history()

    expect(got.status).toBe(200)
    expect(got.body.items.map(({ type }: { type: string }) => type)).toEqual([
      'Created',
      'Retitled',
      'Rescheduled',
      'Answered',
    ])
    expect(got.body.items[3]).toEqual({
      type: 'Answered',
      version: 4,
      position: 4,
      recorded_at: '2027-03-08T09:00:00Z',
      actor: 'bob',
      data: {
        at: '2027-03-08T09:00:00Z',
        user_id: 'bob',
        status: 'DECLINED',
        comment: 'No',
        revision: 2,
        sequence: 1,
      },
    })
    expect(got.body.items[0].data.body).toEqual({
      format: 'DELTA',
      content: { ops: [{ insert: 'x', attributes: { bold: true } }] },
    })
    expect(got.body.items[2].data.time_slot).toEqual({
      start: '2027-03-08T10:00:00Z',
      end: '2027-03-08T12:00:00Z',
      time_zone: 'UTC',
      all_day: false,
    })
    const first = await history('?page_limit=3')
    const second = await history(`?page_limit=3&page_cursor=${first.body.pagination.next_cursor}`)
    expect(second.body.items.map(({ version }: { version: number }) => version)).toEqual([4])
    expect(second.body.pagination).toMatchObject({ next_cursor: null, has_more: false })
    expect(codeOf(await history('?page_cursor=x'))).toBe('400 INVALID_CURSOR')
  })

  test('as_of ends it there, and its cursors carry that on', async () => {
    const { ask } = world()
    await create(ask, { id: 'a' })
    for (const title of ['b', 'c', 'd']) await ask(`PATCH ${EVENTS}/a`, { json: { title } })
    const first = await history('?as_of=3&page_limit=2')
    const cursor = `page_cursor=${first.body.pagination.next_cursor}`
    const second = await history(`?page_limit=2&${cursor}`)
    const versions = [first, second].map(({ body }) =>
      body.items.map(({ version }: { version: number }) => version),
    ) as unknown

    expect(versions).toEqual([[1, 2], [3]])
    expect(second.body.pagination.next_cursor).toBeNull()
    expect(codeOf(await history(`?as_of=4&${cursor}`))).toBe('400 INVALID_CURSOR')
    expect((await history(`?as_of=3&${cursor}`)).status).toBe(200)
  })

  test('guests get 403, others 404', async () => {
    await create(world().ask, { id: 'a', participants: [{ user_id: 'bob' }] })

    expect(codeOf(await history('', 'bob'))).toBe('403 FORBIDDEN')
    expect(codeOf(await history('', 'cyd'))).toBe('404 NOT_FOUND')
  })
})
