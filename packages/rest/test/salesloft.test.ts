/* eslint-disable @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-argument, @typescript-eslint/no-unsafe-return -- the wire: tests say what they expect of it */
import type { ImportEvent, ImportSource } from '@kalends/core'
import { primaryCalendarId, recurrenceIdOf, UTC } from '@kalends/core'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { salesloftApi } from '../src/index.js'
import type { Got, Sending } from './harness.js'
import { asking, create, demoBearer, directory, EVENTS, NOW, onEveryStore } from './harness.js'

const PATH = '/v2/calendar/events'

const at = (hours: number, day = 8) => new Date(Date.UTC(2027, 2, day, hours)).toISOString()
const six = (stamp: string) => stamp.replace('Z', '000Z')

interface Attendee {
  readonly email: string
  readonly deleted_at: string | null
}

const data = (got: Got): readonly Readonly<Record<string, unknown>>[] => got.body.data
const ids = (got: Got) => data(got).map(({ id }) => id)
const daily = { recurrence: ['RRULE:FREQ=DAILY;COUNT=3'] }
const endless = { recurrence: ['RRULE:FREQ=DAILY'] }

onEveryStore('Salesloft', (world) => {
  const server = () => {
    const { calendar, faults } = world()
    return salesloftApi({
      calendar,
      directory,
      onFault: (fault) => faults.push(fault),
      authenticate: (request) =>
        TE.map(
          (identity: {
            readonly scopes: readonly string[]
            readonly tenantId: string
            readonly userId: string
          }) => ({
            ...identity,
            scopes: (request.headers.get('X-Scopes') ?? '').split(' '),
          }),
        )(demoBearer(request)),
    })
  }
  const list = (query = '', sending: Sending = {}) =>
    asking(server())(`GET ${PATH}?${query}`, sending)
  const add = (id: string, from: number, to: number, fields: object = {}, as = 'ann') =>
    create(world().ask, { id, time_slot: { start: at(from), end: at(to) }, ...fields }, as)
  const many = async (count: number) => {
    for (let n = 0; n < count; n += 1) await add(`e${String(n).padStart(3, '0')}`, n, n + 1)
  }

  test('S-1: per_page is 1 to 100 and 25 unless said', async () => {
    await many(27)

    expect(ids(await list())).toHaveLength(25)
    expect((await list()).body.metadata.paging.per_page).toBe(25)
    expect(ids(await list('per_page=100'))).toHaveLength(27)
    expect(ids(await list('per_page=1'))).toHaveLength(1)
    for (const wrong of ['0', '101', '1.5', '-1', 'x', '', '1e1']) {
      const got = await list(`per_page=${wrong}`)
      expect([got.status, Object.keys(got.body.errors)]).toEqual([422, ['per_page']])
    }
  })

  test('S-2: page is 1-based, 1 unless said; a page past the end is empty', async () => {
    await many(3)

    expect(ids(await list('per_page=2&page=1'))).toEqual(ids(await list('per_page=2')))
    expect(ids(await list('per_page=2&page=2'))).toEqual(['e000'])
    const past = await list('per_page=2&page=9')
    expect([past.status, past.body.data]).toEqual([200, []])
    expect(past.body.metadata.paging).toEqual({
      per_page: 2,
      current_page: 9,
      next_page: null,
      prev_page: 8,
    })
    for (const wrong of ['0', '-1', '1.5', 'x']) {
      expect(Object.keys((await list(`page=${wrong}`)).body.errors)).toEqual(['page'])
    }
  })

  test('S-2: page times per_page over 10,000 is refused', async () => {
    expect((await list('page=100&per_page=100')).status).toBe(200)
    const got = await list('page=101&per_page=100')
    expect([got.status, Object.keys(got.body.errors)]).toEqual([422, ['page']])
  })

  test('S-3: include_paging_counts adds total_pages and total_count, and is false unless said', async () => {
    await many(5)
    await create(world().ask, {
      id: 'day',
      time_slot: { start: '2027-03-08', end: '2027-03-09', all_day: true },
    })
    await add('series', 5, 6, daily)

    const { paging } = (await list('per_page=3&include_paging_counts=true')).body.metadata
    expect(paging).toMatchObject({ total_count: 7, total_pages: 3, next_page: 2, prev_page: null })
    for (const query of ['per_page=3', 'per_page=3&include_paging_counts=false']) {
      expect(Object.keys((await list(query)).body.metadata.paging)).toEqual([
        'per_page',
        'current_page',
        'next_page',
        'prev_page',
      ])
    }
    expect((await list('include_paging_counts=1')).status).toBe(422)
  })

  test('S-4: total_pages is the ceiling; nothing counts as 0 and 0', async () => {
    const counted = async (query: string) =>
      (await list(`include_paging_counts=true&${query}`)).body.metadata.paging
    expect(await counted('')).toMatchObject({ total_count: 0, total_pages: 0, next_page: null })
    await many(4)
    expect(await counted('per_page=2')).toMatchObject({ total_count: 4, total_pages: 2 })
    expect(await counted('per_page=3')).toMatchObject({ total_count: 4, total_pages: 2 })
    expect(await counted('per_page=4')).toMatchObject({ total_count: 4, total_pages: 1 })
  })

  test('S-5: sort_by is start_time, and only that', async () => {
    expect((await list('sort_by=start_time')).body.metadata.sorting).toEqual({
      sort_by: 'start_time',
      sort_direction: 'DESC',
    })
    expect(Object.keys((await list('sort_by=title')).body.errors)).toEqual(['sort_by'])
  })

  test('S-6: sort_direction is DESC unless said; ASC is the exact reverse, ties by id', async () => {
    for (const id of ['c', 'a', 'b']) await add(id, 10, 11)
    await add('later', 12, 13)

    expect(ids(await list())).toEqual(['later', 'c', 'b', 'a'])
    expect(ids(await list('sort_direction=ASC'))).toEqual(['a', 'b', 'c', 'later'])
    expect((await list('sort_direction=asc')).status).toBe(422)
  })

  test('S-7: start_time bounds the end, inclusive', async () => {
    await add('a', 8, 10)

    expect(ids(await list(`start_time=${at(10)}`))).toEqual(['a'])
    expect(ids(await list('start_time=2027-03-08T10:00:00.001Z'))).toEqual([])
  })

  test('S-8: end_time bounds the start, exclusive', async () => {
    await add('a', 10, 12)

    expect(ids(await list(`end_time=${at(10)}`))).toEqual([])
    expect(ids(await list('end_time=2027-03-08T10:00:00.001Z'))).toEqual(['a'])
  })

  test('S-7, S-8: the boundary table of a window from 10 to 20', async () => {
    const rows: readonly (readonly [number, number, boolean])[] = [
      [5, 10, true],
      [10, 10, true],
      [15, 15, true],
      [20, 20, false],
      [20, 25, false],
      [10, 20, true],
      [5, 25, true],
      [19, 20, true],
    ]
    for (const [from, to] of rows) await add(`e-${from}-${to}`, from, to)

    for (const expand of ['', '&expand=true']) {
      const got = await list(`start_time=${at(10)}&end_time=${at(20)}${expand}`)
      expect(ids(got).toSorted()).toEqual(
        rows.flatMap(([from, to, isIn]) => (isIn ? [`e-${from}-${to}`] : [])).toSorted(),
      )
    }
  })

  test('S-7, S-8: a stamp needs an offset; a + that arrived as a space is one', async () => {
    await add('a', 10, 12)

    expect(
      ids(await list('end_time=2027-03-08T12:00:00+01:00&start_time=2027-03-08T12:00:00%2B01:00')),
    ).toEqual(['a'])
    expect(Object.keys((await list('start_time=2027-03-08T10:00:00')).body.errors)).toEqual([
      'start_time',
    ])
  })

  test('S-9: user_guid is who created the event or is a guest', async () => {
    await add('made', 10, 11)
    await add('invited', 11, 12, { participants: [{ user_id: 'ann' }] }, 'bob')
    await add('foreign', 12, 13, {}, 'bob')
    const any = { headers: { 'X-Scopes': 'other calendar:read:any' } }

    expect(ids(await list())).toEqual(['invited', 'made'])
    expect(ids(await list('user_guid=ann'))).toEqual(['invited', 'made'])
    expect(ids(await list('user_guid=bob', any))).toEqual(['foreign', 'invited'])
    expect(data(await list('user_guid=bob', any))[0]).toMatchObject({
      user_guid: 'bob',
      calendar_id: 'primary-bob',
    })
    expect(ids(await list('user_guid=stranger', any))).toEqual([])
    expect((await list('user_guid=')).status).toBe(422)
  })

  test("S-9: another user's calendar needs the scope calendar:read:any, else 403", async () => {
    for (const scopes of ['', 'calendar:read', 'calendar:read:any:more']) {
      const got = await list('user_guid=bob', { headers: { 'X-Scopes': scopes } })
      expect([got.status, Object.keys(got.body)]).toEqual([403, ['error']])
    }
  })

  test('S-10: pages drift under inserts, as offsets do; as of one moment they do not', async () => {
    await many(6)
    const position = 6
    const first = await list('per_page=3')
    const pinned = await list(`per_page=3&as_of=${position}`)
    await add('late', 100, 101)

    const drifted = await list('per_page=3&page=2')
    const second = await list(`per_page=3&page=2&as_of=${position}`)

    expect([...ids(first), ...ids(drifted)]).toEqual([
      'e005',
      'e004',
      'e003',
      'e003',
      'e002',
      'e001',
    ])
    expect([...ids(pinned), ...ids(second)]).toEqual([
      'e005',
      'e004',
      'e003',
      'e002',
      'e001',
      'e000',
    ])
    await world().store.prune('demo', 7)()
    expect((await list('as_of=1')).status).toBe(410)
  })

  test('S-11: every field of a single event', async () => {
    const { clock, ask } = world()
    await add('a', 10, 11, {
      title: 'Review',
      location: 'Room 1',
      body: { format: 'HTML', content: '<p>Please <b>read</b></p>' },
      participants: [{ user_id: 'bob' }],
    })
    clock.advance(1234)
    await ask(`PATCH ${EVENTS}/a`, { json: { title: 'Second review' } })

    expect(data(await list())).toEqual([
      {
        user_guid: 'ann',
        updated_at: '2027-03-08T09:00:01.234000Z',
        title: 'Second review',
        tenant_id: 'demo',
        status: 'confirmed',
        start_time: six(at(10)),
        recurring: false,
        provider: null,
        organizer: 'ann@example.com',
        location: 'Room 1',
        last_occurrence_at: null,
        id: 'a',
        i_cal_uid: 'a',
        html_link: null,
        extended_properties: {},
        end_time: six(at(11)),
        description: 'Please read',
        creator: 'ann@example.com',
        created_at: '2027-03-08T09:00:00.000000Z',
        conference_data: {},
        canceled_at: null,
        calendar_id: 'primary-ann',
        busy: true,
        body_html: null,
        attendees: [
          {
            status_changed: false,
            status: 'accepted',
            organizer: true,
            name: 'The ann',
            email: 'ann@example.com',
            deleted_at: null,
          },
          {
            status_changed: false,
            status: 'needsAction',
            organizer: false,
            name: 'The bob',
            email: 'bob@example.com',
            deleted_at: null,
          },
        ],
        all_day: false,
      },
    ])
  })

  test('S-11: tenant_id is a number where it is numeric, else a text', async () => {
    const tenants = ['7', '0', '007', '9007199254740993', 'acme', '1e3']
    for (const tenant of tenants) {
      await add('a', 10, 11, {}, `ann@${tenant}`)
      const [row] = data(await list('', { as: `ann@${tenant}` }))
      expect(row?.['tenant_id']).toBe(tenant === '7' ? 7 : tenant === '0' ? 0 : tenant)
    }
  })

  test('S-12: removed attendees stay with deleted_at until they are invited again', async () => {
    const { ask, clock } = world()
    await add('a', 10, 11, {
      participants: [{ user_id: 'bob' }, { user_id: 'cyd' }, { user_id: 'dan' }],
    })
    await ask(`PUT ${EVENTS}/a/rsvp`, { as: 'bob', json: { rsvp_status: 'DECLINED' } })
    await ask(`DELETE ${EVENTS}/a/participants/dan`)
    clock.advance(1000)
    await ask(`DELETE ${EVENTS}/a/participants/bob`)

    const attendees = async () => data(await list())[0]?.['attendees'] as readonly Attendee[]
    expect(
      (await attendees()).map((each) => ({ ...each, name: undefined, email: each.email })),
    ).toMatchObject([
      { organizer: true, email: 'ann@example.com', status_changed: false, deleted_at: null },
      {
        organizer: false,
        email: null,
        status: 'needsAction',
        status_changed: false,
        deleted_at: null,
      },
      { organizer: false, email: 'dan@example.com', deleted_at: '2027-03-08T09:00:00.000000Z' },
      {
        organizer: false,
        email: 'bob@example.com',
        status: 'declined',
        status_changed: true,
        deleted_at: '2027-03-08T09:00:01.000000Z',
      },
    ])
    await ask(`POST ${EVENTS}/a/participants`, { json: { participants: [{ user_id: 'bob' }] } })
    expect((await attendees()).filter(({ deleted_at }) => deleted_at !== null)).toHaveLength(1)
    expect(ids(await list('', { as: 'dan' }))).toEqual([])
  })

  test('S-12: a hidden list shows a guest only themselves and the organizer', async () => {
    const guests = { participants: [{ user_id: 'bob' }, { user_id: 'cyd' }, { user_id: 'dan' }] }
    await add('a', 10, 11, { ...guests, show_participant_list: false })
    await world().ask(`DELETE ${EVENTS}/a/participants/dan`)

    expect(data(await list('', { as: 'bob' }))[0]?.['attendees']).toHaveLength(2)
    expect(data(await list())[0]?.['attendees']).toHaveLength(4)
  })

  test('S-13: recurring_interval and recurrence only of a series', async () => {
    await add('series', 10, 11, daily)
    await add('single', 12, 13)
    await world().ask(`PATCH ${EVENTS}/series/occurrences/20270309T100000Z`, {
      json: { title: 'Moved', time_slot: { start: at(15, 9), end: at(16, 9) } },
    })

    const [changed, single, series] = data(await list())
    expect(series).toMatchObject({
      id: 'series',
      recurring: true,
      recurring_interval: 'Daily',
      recurrence: daily.recurrence,
      last_occurrence_at: six(at(10, 10)),
      start_time: six(at(10)),
    })
    expect(changed).toMatchObject({
      id: 'series_20270309T100000Z',
      title: 'Moved',
      recurring: true,
      last_occurrence_at: six(at(10, 10)),
      start_time: six(at(15, 9)),
    })
    expect(single).toMatchObject({ id: 'single', recurring: false, last_occurrence_at: null })
    for (const row of [changed, single]) {
      expect(row).not.toHaveProperty('recurring_interval')
      expect(row).not.toHaveProperty('recurrence')
    }
  })

  test('S-13: the interval is the name of the frequency, and left out where there is no such name', async () => {
    const intervals = {
      weekly: ['RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=2', 'Weekly'],
      monthly: ['RRULE:COUNT=2;FREQ=MONTHLY', 'Monthly'],
      yearly: ['RRULE:FREQ=YEARLY;COUNT=2', 'Yearly'],
      hourly: ['RRULE:FREQ=HOURLY;COUNT=2', undefined],
    } as const
    for (const [id, [line]] of Object.entries(intervals))
      await add(id, 10, 11, { recurrence: [line] })

    for (const row of data(await list())) {
      const [, interval] = intervals[row['id'] as keyof typeof intervals]
      expect(row['recurring_interval']).toBe(interval)
    }
  })

  test('S-13: a series is shown and sorted by its first occurrence in the window', async () => {
    await add('series', 10, 11, endless)
    await add('single', 11, 12, { time_slot: { start: at(9, 20), end: at(10, 20) } })

    const got = await list(`start_time=${at(0, 20)}`)
    expect(ids(got)).toEqual(['series', 'single'])
    expect(data(got)[0]).toMatchObject({
      start_time: six(at(10, 20)),
      end_time: six(at(11, 20)),
      last_occurrence_at: null,
    })
    expect(ids(await list(`start_time=${at(0, 20)}&sort_direction=ASC`))).toEqual([
      'single',
      'series',
    ])
    expect(ids(await list())).toEqual(['single', 'series'])
    expect(ids(await list(`end_time=${at(10)}`))).toEqual([])
  })

  test('expand lists occurrences instead, and needs both bounds', async () => {
    await add('series', 10, 11, endless)
    await add('single', 12, 13)
    await world().ask(`DELETE ${EVENTS}/series/occurrences/20270309T100000Z`)
    const window = `start_time=${at(0)}&end_time=${at(0, 11)}`

    const got = await list(`expand=true&include_paging_counts=true&${window}`)
    expect(ids(got)).toEqual([
      'series_20270310T100000Z',
      'series_20270309T100000Z',
      'single',
      'series_20270308T100000Z',
    ])
    expect(got.body.metadata.paging).toMatchObject({ total_count: 4, total_pages: 1 })
    expect(data(got).map(({ recurring }) => recurring)).toEqual([true, true, false, true])
    expect(data(got)[1]).toMatchObject({ status: 'cancelled', busy: false })
    expect(data(got)[0]).not.toHaveProperty('recurrence')
    const pages = await Promise.all(
      [1, 2, 3, 4, 5].map((page) => list(`expand=true&per_page=1&page=${page}&${window}`)),
    )
    expect(pages.flatMap(ids)).toEqual(ids(got))
    for (const [query, missing] of [
      ['', ['start_time', 'end_time']],
      [`start_time=${at(0)}`, ['end_time']],
      [`end_time=${at(0)}`, ['start_time']],
    ] as const) {
      const refused = await list(`expand=true&${query}`)
      expect([refused.status, Object.keys(refused.body.errors)]).toEqual([422, missing])
    }
  })

  test('S-14: status is lower case for what was made here', async () => {
    await add('a', 10, 11, { status: 'TENTATIVE' })

    expect(data(await list())[0]?.['status']).toBe('tentative')
  })

  test('S-15: finer digits never change a predicate; stamps have six digits and Z', async () => {
    await add('a', 10, 11)

    expect(ids(await list('start_time=2027-03-08T11:00:00.000000Z'))).toEqual(['a'])
    expect(ids(await list('start_time=2027-03-08T11:00:00.000001Z'))).toEqual([])
    expect(ids(await list('end_time=2027-03-08T10:00:00.000001Z'))).toEqual(['a'])
    expect(ids(await list('end_time=2027-03-08T10:00:00.000000Z'))).toEqual([])
    for (const field of ['start_time', 'end_time', 'created_at', 'updated_at']) {
      expect(data(await list())[0]?.[field]).toMatch(/T\d\d:\d\d:\d\d\.\d{6}Z$/)
    }
  })

  test('S-16: end_time is exclusive: the duration is the difference', async () => {
    await create(world().ask, {
      id: 'day',
      time_slot: { start: '2027-03-08', end: '2027-03-10', all_day: true },
    })

    expect(data(await list())[0]).toMatchObject({
      start_time: '2027-03-08T00:00:00.000000Z',
      end_time: '2027-03-10T00:00:00.000000Z',
      all_day: true,
    })
  })

  test('S-17: cancelled events are listed, with canceled_at, for guests too', async () => {
    const { ask, clock } = world()
    await add('a', 10, 11, { participants: [{ user_id: 'bob' }] })
    await add('series', 12, 13, { ...daily, participants: [{ user_id: 'bob' }] })
    clock.advance(1000)
    await ask(`DELETE ${EVENTS}/a`)
    await ask(`DELETE ${EVENTS}/series`)

    for (const as of ['ann', 'bob']) {
      const got = await list('include_paging_counts=true', { as })
      expect(got.body.metadata.paging.total_count).toBe(2)
      expect(ids(got)).toEqual(['series', 'a'])
      for (const row of data(got)) {
        expect(row).toMatchObject({
          status: 'cancelled',
          busy: false,
          canceled_at: '2027-03-08T09:00:01.000000Z',
        })
      }
    }
  })

  test('S-A7: all-day events are compared in the zone of the calendar', async () => {
    await create(world().ask, {
      id: 'day',
      time_slot: { start: '2027-03-08', end: '2027-03-09', all_day: true },
    })
    const before = 'end_time=2027-03-08T04:00:00Z&include_paging_counts=true'
    expect(ids(await list(before))).toEqual(['day'])
    await world().calendar.promises.manage({
      type: 'ChangeCalendar',
      tenantId: 'demo',
      actor: 'ann',
      calendarId: primaryCalendarId('ann'),
      timeZone: 'America/New_York',
    })

    const got = await list(before)
    expect([ids(got), got.body.metadata.paging.total_count]).toEqual([[], 0])
    expect(data(await list())[0]).toMatchObject({
      start_time: '2027-03-08T05:00:00.000000Z',
      end_time: '2027-03-09T05:00:00.000000Z',
    })
  })

  test('every page size cuts the same list, among singles, days, series and changed occurrences', async () => {
    await many(9)
    for (const day of ['08', '09']) {
      await create(world().ask, {
        id: `day${day}`,
        time_slot: { start: `2027-03-${day}`, end: '2027-03-11', all_day: true },
      })
    }
    for (const hour of [3, 5]) await add(`series${hour}`, hour, hour + 1, daily)
    await world().ask(`PATCH ${EVENTS}/series3/occurrences/20270309T030000Z`, {
      json: { time_slot: { start: at(4, 8), end: at(5, 8) } },
    })
    await world().ask(`DELETE ${EVENTS}/e004`)

    for (const direction of ['ASC', 'DESC']) {
      const whole = ids(await list(`sort_direction=${direction}&per_page=100`))
      expect(whole).toHaveLength(14)
      for (const size of [1, 2, 3, 5, 13]) {
        const pages: unknown[] = []
        for (let page = 1; page <= Math.ceil(14 / size); page += 1) {
          pages.push(
            ...ids(await list(`sort_direction=${direction}&per_page=${size}&page=${page}`)),
          )
        }
        expect(pages).toEqual(whole)
      }
    }
  })

  test('bad parameters are told all at once, unknown ones ignored', async () => {
    expect((await list('color=red')).status).toBe(200)
    const got = await list('page=0&per_page=0&sort_by=x&start_time=now&expand=maybe&as_of=x')

    expect(got.status).toBe(422)
    expect(got.headers.get('Content-Type')).toBe('application/json')
    expect(Object.keys(got.body.errors).toSorted()).toEqual([
      'as_of',
      'expand',
      'page',
      'per_page',
      'sort_by',
      'start_time',
    ])
    for (const messages of Object.values(got.body.errors)) expect(messages).toHaveLength(1)
    expect((await list('page=1&page=2')).body.errors).toEqual({ page: ['must be given once'] })
  })

  test('who is not known, what is not there and other methods are refused in its own shape', async () => {
    const unknown = await list('', { as: null })
    expect([unknown.status, Object.keys(unknown.body)]).toEqual([401, ['error']])
    expect(unknown.headers.get('WWW-Authenticate')).toBe('Bearer')
    expect(unknown.headers.get('Cache-Control')).toBe('private, no-store')
    const ask = asking(server())
    const post = await ask(`POST ${PATH}`)
    expect([post.status, post.headers.get('Allow'), Object.keys(post.body)]).toEqual([
      405,
      'GET, HEAD, OPTIONS',
      ['error'],
    ])
    const missing = await ask('GET /v2/calendar/other')
    expect([missing.status, Object.keys(missing.body)]).toEqual([404, ['error']])
  })

  test('mounts together with the native contract, under any path', async () => {
    await add('a', 10, 11)
    const app = new Hono()
    app.route('/base', server())
    app.route('/base', world().api)
    const ask = asking(app)

    expect(ids(await ask(`GET /base${PATH}`))).toEqual(['a'])
    expect((await ask(`GET /base${EVENTS}`)).body.items).toHaveLength(1)
    const document = await ask('GET /base/v2/calendar/openapi.json', { as: null })
    expect(document.body.servers).toEqual([{ url: '/base' }])
    expect((await ask('GET /base/openapi.json', { as: null })).body.info.title).toBe('Kalends')
    expect(Object.keys((await ask('GET /base/v2/calendar/x')).body)).toEqual(['error'])
  })

  const google: ImportSource = {
    provider: 'google',
    providerId: 'g1',
    iCalUid: 'g1@google.com',
    createdAt: NOW - 9000,
    updatedAt: NOW - 5000,
    sequence: 0,
    htmlLink: 'https://www.google.com/calendar/event?eid=1',
    conferenceUrl: 'https://meet.google.com/a-b-c',
    transparency: 'Transparent',
    organizer: { email: 'olga@elsewhere.example', name: 'Olga' },
    creator: { email: 'carl@elsewhere.example', name: null },
    attendees: [
      { email: 'olga@elsewhere.example', name: 'Olga', status: 'Accepted', organizer: true },
      { email: 'ann@example.com', name: null, status: 'NeedsAction', organizer: false },
      { email: 'gus@elsewhere.example', name: 'Gus', status: 'Tentative', organizer: false },
    ],
    extendedProperties: { private: { deal: '7' } },
    raw: { id: 'g1' },
  }
  const bring = (source: Partial<ImportSource> = {}, fields: Partial<ImportEvent> = {}) =>
    world().calendar.promises.execute({
      type: 'ImportEvent',
      tenantId: 'demo',
      actor: 'ann',
      key: [source.providerId ?? 'g1'],
      title: 'Brought',
      status: 'Confirmed',
      time: { type: 'Timed', start: NOW, end: NOW + 3_600_000, timeZone: UTC },
      location: null,
      body: { format: 'Html', content: '<p>Hello</p>' },
      recurrence: null,
      occurrences: [],
      source: { ...google, ...source },
      ...fields,
    })

  test("S-11: an imported event is shown as its provider's", async () => {
    await bring()

    expect(data(await list())[0]).toMatchObject({
      id: 'g1',
      i_cal_uid: 'g1@google.com',
      provider: 'google',
      organizer: 'olga@elsewhere.example',
      creator: 'carl@elsewhere.example',
      html_link: 'https://www.google.com/calendar/event?eid=1',
      conference_data: { url: 'https://meet.google.com/a-b-c' },
      extended_properties: { private: { deal: '7' } },
      created_at: '2027-03-08T08:59:51.000000Z',
      updated_at: '2027-03-08T08:59:55.000000Z',
      status: 'confirmed',
      busy: false,
      description: 'Hello',
      body_html: null,
    })
  })

  test('S-12: attendees of an imported event are the provider, one of them the organizer, the removed last', async () => {
    await bring()
    world().clock.advance(60_000)
    const [olga, ann] = google.attendees
    if (olga === undefined || ann === undefined) throw new Error('no attendees')
    await bring({ updatedAt: NOW, attendees: [olga, { ...ann, status: 'Declined' }] })

    expect(data(await list())[0]?.['attendees']).toEqual([
      {
        status_changed: false,
        status: 'accepted',
        organizer: true,
        name: 'Olga',
        email: 'olga@elsewhere.example',
        deleted_at: null,
      },
      {
        status_changed: true,
        status: 'declined',
        organizer: false,
        name: null,
        email: 'ann@example.com',
        deleted_at: null,
      },
      {
        status_changed: false,
        status: 'tentative',
        organizer: false,
        name: 'Gus',
        email: 'gus@elsewhere.example',
        deleted_at: '2027-03-08T09:01:00.000000Z',
      },
    ])
  })

  test('S-14: status is empty for events imported from elsewhere than Google', async () => {
    await bring({ provider: 'microsoft', providerId: 'm1' })
    await bring({ provider: 'icalendar', providerId: 'i1' })
    await bring()

    const byId = new Map(data(await list()).map((row) => [row['id'], row]))
    expect(['m1', 'i1', 'g1'].map((id) => byId.get(id)?.['status'])).toEqual(['', '', 'confirmed'])
    expect(['m1', 'i1', 'g1'].map((id) => byId.get(id)?.['body_html'])).toEqual([
      '<p>Hello</p>',
      null,
      null,
    ])
  })

  test('S-11, S-13: a changed occurrence of an imported series has the id of its provider', async () => {
    const occurrence = {
      title: 'Other',
      status: 'Confirmed',
      time: { type: 'Timed', start: NOW + 90_000_000, end: NOW + 93_600_000, timeZone: UTC },
      location: null,
      body: null,
    } as const
    await bring(
      {},
      {
        recurrence: ['RRULE:FREQ=DAILY;COUNT=3'],
        occurrences: [
          {
            ...occurrence,
            recurrenceId: recurrenceIdOf((NOW + 86_400_000) / 1000),
            source: { ...google, providerId: 'g1_other' },
          },
        ],
      },
    )

    expect(ids(await list())).toEqual(['g1_other', 'g1'])
    const window = `expand=true&start_time=${at(0)}&end_time=${at(0, 20)}`
    expect(ids(await list(window))).toEqual([
      'g1_20270310T090000Z',
      'g1_other',
      'g1_20270308T090000Z',
    ])
  })
})
