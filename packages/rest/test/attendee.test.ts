/* eslint-disable @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-argument -- the wire: tests say what they expect of it */
import { expect, test } from 'vitest'
import {
  apiOf,
  DAY,
  importing,
  listing,
  names,
  PATH,
  pages,
  queryOf,
  rows,
  stampOf,
} from './attendee.js'
import { asking, create, NOW, onEveryStore } from './harness.js'

const HOUR = 3_600_000
const ORDERINGS = ['created_at', 'start_time', 'end_time', 'updated_at']

const slotAt = (start: number, end = start + HOUR) => ({
  time_slot: { start: stampOf(start), end: stampOf(end) },
})

onEveryStore('attendee.dev', (world) => {
  const list = (query = '', as: string | null = 'ann') => listing(world())(query, as)
  const add = (title: string, start = NOW + HOUR, fields: object = {}, as = 'ann') => {
    world().clock.advance(1)
    return create(world().ask, { id: title, title, ...slotAt(start), ...fields }, as)
  }

  test('A-1: a key is required, as Authorization: Token; a content type is not', async () => {
    await add('one')
    for (const as of [null, '']) {
      const got = await list('', as)
      expect([got.status, Object.keys(got.body)]).toEqual([401, ['detail']])
      expect(got.headers.get('WWW-Authenticate')).toBe('Token')
    }
    expect((await asking(apiOf(world()))(`GET ${PATH}`, { as: 'ann' })).status).toBe(401)
    const forbidden = await list('', 'guest')
    expect([forbidden.status, Object.keys(forbidden.body)]).toEqual([403, ['detail']])
    expect((await list()).status).toBe(200)
  })

  test('A-2: only events of the project, of all its calendars', async () => {
    await add('hers')
    await add('his', NOW, {}, 'bob')
    await add('elsewhere', NOW, {}, 'ann@other')
    expect(names(await list('ordering=created_at'))).toEqual(['hers', 'his'])
    expect(names(await list('', 'ann@other'))).toEqual(['elsewhere'])
    expect(names(await list('event_id=evt_elsewhere'))).toEqual([])
  })

  test('A-3: calendar_id, calendar_deduplication_key and event_id, exact and ANDed', async () => {
    const { calendar } = world()
    const asked = { tenantId: 'demo', actor: 'ann', name: 'Team', timeZone: 'UTC' }
    await calendar.promises.manage({
      ...{ ...asked, type: 'OpenCalendar', calendarId: 'team', deduplicationKey: 'user-abcd' },
    })
    await add('primary')
    await add('teams', NOW, { calendar_id: 'team' })

    expect(names(await list('calendar_id=cal_team'))).toEqual(['teams'])
    expect(names(await list('calendar_id=cal_primary-ann'))).toEqual(['primary'])
    for (const none of ['cal_', 'team', 'cal_tea', '']) {
      expect(names(await list(`calendar_id=${none}`))).toEqual([])
    }
    expect(names(await list('calendar_deduplication_key=user-abcd'))).toEqual(['teams'])
    expect(names(await list('calendar_deduplication_key=user-abc'))).toEqual([])
    expect(names(await list('event_id=evt_primary'))).toEqual(['primary'])
    for (const none of ['primary', 'evt_', 'evt_prim', '']) {
      expect(names(await list(`event_id=${none}`))).toEqual([])
    }
    const both = 'calendar_id=cal_primary-ann&calendar_deduplication_key=user-abcd'
    expect(names(await list(both))).toEqual([])
    expect(names(await list('calendar_id=cal_team&event_id=evt_primary'))).toEqual([])
    expect(names(await list('calendar_id=cal_team&event_id=evt_teams'))).toEqual(['teams'])
  })

  test('A-3: a deduplication key is of one calendar in the project', async () => {
    const { manage } = world().calendar.promises
    const asked = { tenantId: 'demo', actor: 'ann', name: 'Team', timeZone: 'UTC' }
    const open = { ...asked, type: 'OpenCalendar', deduplicationKey: 'key' } as const
    const opened = await Promise.allSettled(
      ['a', 'b', 'c'].map((calendarId) => manage({ ...open, calendarId })),
    )
    expect(opened.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const first = ['a', 'b', 'c'][opened.findIndex(({ status }) => status === 'fulfilled')] ?? ''
    expect((await manage({ ...open, tenantId: 'other', calendarId: 'a' })).deduplicationKey).toBe(
      'key',
    )
    const change = { tenantId: 'demo', actor: 'ann', type: 'ChangeCalendar' } as const
    await manage({ ...change, calendarId: first, deduplicationKey: 'moved' })
    await manage({ ...open, calendarId: 'd' })
    await expect(
      manage({ ...change, calendarId: first, deduplicationKey: 'key' }),
    ).rejects.toMatchObject({ failure: { rejection: { type: 'InvalidFields' } } })
    await add('there', NOW, { calendar_id: first })
    expect(names(await list('calendar_deduplication_key=moved'))).toEqual(['there'])
    expect(names(await list('calendar_deduplication_key=key'))).toEqual([])
  })

  test('A-4: start_time_gte and end_time_lte hold what is contained, edges included', async () => {
    const at = (minutes: number) => NOW + minutes * 60_000
    const spans = [
      [5, 10],
      [10, 10],
      [15, 15],
      [20, 20],
      [20, 25],
      [10, 20],
      [5, 25],
      [19, 20],
    ] as const
    for (const [from, to] of spans) {
      await add(`from-${from}-to-${to}`, at(from), slotAt(at(from), at(to)))
    }
    const window = `start_time_gte=${stampOf(at(10))}&end_time_lte=${stampOf(at(20))}`
    expect([...names(await list(window))].sort()).toEqual(
      ['from-10-to-10', 'from-10-to-20', 'from-15-to-15', 'from-19-to-20', 'from-20-to-20'].sort(),
    )
    const since = await list(`start_time_gte=${stampOf(at(19))}`)
    expect([...names(since)].sort()).toEqual(['from-19-to-20', 'from-20-to-20', 'from-20-to-25'])
    expect(names(await list(`end_time_lte=${stampOf(at(9))}`))).toEqual([])
    // Finer than a millisecond: rounded so that the predicate stays exact.
    const finer = stampOf(at(10)).replace('Z', '.0000001Z')
    expect(names(await list(`start_time_gte=${finer}&end_time_lte=${stampOf(at(10))}`))).toEqual([])
  })

  test('A-5: updated_after is an older name; updated_at_gte wins', async () => {
    await add('early')
    world().clock.advance(HOUR)
    await add('late')
    const [late, early] = rows(await list()).map(({ updated_at }) => updated_at)

    expect(names(await list(`updated_at_gte=${late}`))).toEqual(['late'])
    expect(names(await list(`updated_after=${late}`))).toEqual(['late'])
    expect(names(await list(`updated_after=${late}&updated_at_gte=${early}`))).toEqual([
      'late',
      'early',
    ])
    expect(names(await list(`updated_at_gte=&updated_after=${late}`))).toEqual(['late'])
    expect(names(await list('updated_at_gte='))).toHaveLength(2)
    const got = await list('updated_after=yesterday')
    expect([got.status, got.body]).toEqual([
      400,
      { error: 'Invalid updated_at_gte format. Use ISO 8601 format (e.g., 2025-01-13T10:30:00Z)' },
    ])
  })

  test('A-6: ordering is one of eight, -updated_at unless said', async () => {
    await add('b', NOW + 3 * HOUR)
    await add('a', NOW + 2 * HOUR, slotAt(NOW + 2 * HOUR, NOW + 9 * HOUR))
    await add('c', NOW + HOUR)
    world().clock.advance(1)
    await world().ask('PATCH /calendar/events/b', { json: { location: 'Room 1' } })
    const ordered = async (ordering: string) => names(await list(`ordering=${ordering}`)).join('')

    expect(names(await list()).join('')).toBe('bca')
    expect(await ordered('created_at')).toBe('bac')
    expect(await ordered('start_time')).toBe('cab')
    expect(await ordered('end_time')).toBe('cba')
    expect(await ordered('updated_at')).toBe('acb')
    for (const field of ORDERINGS) {
      const ascending = await ordered(field)
      expect(await ordered(`-${field}`)).toBe(ascending.split('').toReversed().join(''))
    }
    for (const wrong of ['', 'name', '--updated_at', 'Updated_at', 'updated_at,start_time']) {
      const got = await list(`ordering=${wrong}`)
      expect([got.status, Object.keys(got.body)]).toEqual([400, ['error']])
      expect(got.body.error).toMatch(
        /^Invalid ordering\. Allowed values: -updated_at, updated_at, /,
      )
      for (const field of ORDERINGS) expect(got.body.error).toContain(`-${field}`)
    }
  })

  test('A-7: a date that cannot be read is 400, an empty one too; an empty cursor is page one', async () => {
    await add('one')
    const examples = {
      start_time_gte: '2025-01-13T10:30:00Z',
      end_time_lte: '2025-01-13T18:00:00Z',
    }
    for (const [name, example] of Object.entries(examples)) {
      for (const wrong of ['', 'invalid', '2027-02-30T00:00:00Z', '2027-03-08T00:00:00', '5']) {
        const got = await list(`${name}=${wrong}`)
        expect([got.status, got.body]).toEqual([
          400,
          { error: `Invalid ${name} format. Use ISO 8601 format (e.g., ${example})` },
        ])
      }
    }
    expect(names(await list('cursor='))).toEqual(['one'])
    expect(names(await list('start_time_gte=2027-03-08T10:00:00+01:00'))).toEqual(['one'])
    expect(names(await list('start_time_gte=2027-03-08T10:00:00%2B01:00'))).toEqual(['one'])
    expect((await list('updated_at_gte=x&ordering=y')).body.error).toMatch(
      /^Invalid updated_at_gte/,
    )
  })

  test('A-8: pages of 100; next and previous are absolute and keep every filter', async () => {
    for (let n = 0; n < 250; n += 1) await add(`e${String(n).padStart(3, '0')}`)
    const query = `page_size=5&ordering=created_at&start_time_gte=${stampOf(NOW)}&calendar_id=cal_primary-ann`
    const all = await pages(list, query)
    expect(all.map((each) => rows(each).length)).toEqual([100, 100, 50])
    expect(new Set(all.flatMap(names)).size).toBe(250)
    const [first, second, third] = all
    if (first === undefined || second === undefined || third === undefined) throw new Error()
    expect(new URL(first.body.next).pathname).toBe(PATH)
    expect(first.body.next).toContain(`?${query}&cursor=`)
    expect([first.body.previous, third.body.next]).toEqual([null, null])

    const back = await list(queryOf(third, 'previous') ?? '')
    expect(back.body.results).toEqual(second.body.results)
    const front = await list(queryOf(back, 'previous') ?? '')
    expect([front.body.results, front.body.previous]).toEqual([first.body.results, null])
    expect((await list(queryOf(front, 'next') ?? '')).body.results).toEqual(second.body.results)
    expect(rows(await list(queryOf(back, 'next') ?? ''))).toEqual(rows(third))

    const behind = listing(world(), { baseUrl: 'https://calendar.example.com/here/' })
    expect((await behind(query)).body.next).toMatch(
      /^https:\/\/calendar\.example\.com\/here\/api\/v1\/calendar_events\?page_size=5&/,
    )
  })

  test('A-8: a cursor that is no cursor, or was altered, or has expired, is 404', async () => {
    for (let n = 0; n < 101; n += 1) await add(`e${n}`)
    const next = queryOf(await list(), 'next') ?? ''
    expect((await list(next)).status).toBe(200)
    const altered = `${next.slice(0, -3)}${next.endsWith('AAA') ? 'BBB' : 'AAA'}`
    for (const wrong of ['cursor=x', altered, 'cursor=cD00ODY%3D']) {
      const got = await list(wrong)
      expect([got.status, got.body]).toEqual([404, { detail: 'Invalid cursor' }])
    }
    expect((await list(next, 'ann@other')).status).toBe(404)
    world().clock.advance(DAY + 1000)
    const late = await list(next)
    expect([late.status, late.body]).toEqual([404, { detail: 'Invalid cursor' }])
  })

  test('A-9: what an event has that was made here', async () => {
    await add('one', NOW + HOUR, { participants: [{ user_id: 'bob' }, { user_id: 'cyd' }] })
    const [row] = rows(await list())
    expect(row).toEqual({
      id: 'evt_one',
      calendar_id: 'cal_primary-ann',
      platform_uuid: 'one',
      meeting_url: null,
      name: 'one',
      start_time: '2027-03-08T10:00:00Z',
      end_time: '2027-03-08T11:00:00Z',
      is_deleted: false,
      attendees: [
        { email: 'ann@example.com', name: 'The ann' },
        { email: 'bob@example.com', name: 'The bob' },
        { email: null, name: 'The cyd' },
      ],
      ical_uid: 'one',
      raw: null,
      bots: [],
      created_at: '2027-03-08T09:00:00.001000Z',
      updated_at: '2027-03-08T09:00:00.001000Z',
    })
  })

  test('A-9: what an imported event has', async () => {
    const { calendar } = world()
    const [result] = await calendar.promises.importEvents([importing()])
    expect(result?.outcome).toBe('Created')
    const [row] = rows(await list())
    expect(row).toMatchObject({
      id: `evt_${result?.uid}`,
      platform_uuid: 'google_event_123456789',
      meeting_url: 'https://meet.google.com/abc-defg-hij',
      name: 'Outside',
      attendees: [{ email: 'user1@example.com', name: 'John Doe' }],
      ical_uid: 'abc@google.com',
      raw: { google_event_data: '...' },
    })
  })

  test('A-9: the meeting link is found in the location, then in the body', async () => {
    const html = '<p>Join <a href="https://acme.zoom.us/j/123?pwd=a&amp;b=c">here</a></p>'
    await add('body', NOW, { location: 'Room 1', body: { format: 'HTML', content: html } })
    await add('location', NOW, {
      location: 'https://teams.microsoft.com/l/meetup-join/19%3ameeting, floor 2',
      body: { format: 'PLAIN', content: 'https://meet.google.com/abc-defg-hij' },
    })
    await add('none', NOW, { location: 'https://meet.google.com.evil.example/abc-defg-hij' })
    const found = rows(await list('ordering=created_at')).map(({ meeting_url }) => meeting_url)
    expect(found).toEqual([
      'https://acme.zoom.us/j/123?pwd=a&b=c',
      'https://teams.microsoft.com/l/meetup-join/19%3ameeting',
      null,
    ])
  })

  test('A-10: deleted events stay in the listing, and say so', async () => {
    await add('kept')
    await add('gone')
    world().clock.advance(HOUR)
    await world().ask('DELETE /calendar/events/gone')
    expect(rows(await list()).map(({ name, is_deleted }) => [name, is_deleted])).toEqual([
      ['gone', true],
      ['kept', false],
    ])
    expect(names(await list(`updated_at_gte=${stampOf(NOW + HOUR)}`))).toEqual(['gone'])
  })

  test('A-11: importing unchanged data again does not touch updated_at; changed data does', async () => {
    const { importEvents } = world().calendar.promises
    await importEvents([importing()])
    const [before] = rows(await list())
    world().clock.advance(HOUR)
    expect((await importEvents([importing()]))[0]?.outcome).toBe('Unchanged')
    expect(rows(await list())).toEqual([before])
    const { source } = importing()
    const newer = { ...source, updatedAt: NOW + 1, raw: { newer: true } }
    await importEvents([importing({ title: 'Changed', source: newer })])
    const [after] = rows(await list())
    expect(after).toMatchObject({ id: before?.id, name: 'Changed', raw: { newer: true } })
    expect(after?.updated_at).toBe('2027-03-08T10:00:00.000000Z')
  })

  test('A-12: each occurrence of a series in the sync window is a row, the end excluded', async () => {
    await add('daily', NOW - 10 * DAY, { recurrence: ['RRULE:FREQ=DAILY'] })
    await add('single', NOW - 300 * DAY)
    const got = await list('ordering=start_time')
    const { clock } = world()
    const starts = rows(got).map(({ start_time }) => Date.parse(start_time))
    expect(starts).toHaveLength(30)
    expect(names(got)[0]).toBe('single')
    // The clock is a little past nine: the day before at nine is out, four weeks on at nine is in.
    expect([starts[1], starts.at(-1)]).toEqual([NOW, NOW + 28 * DAY])
    expect(rows(got)[1]?.id).toBe('evt_daily_20270308T090000Z')
    expect(clock.now()).toBeGreaterThan(NOW)

    const wider = listing(world(), { syncWindow: { backMs: 0, aheadMs: 2 * DAY } })
    expect(rows(await wider('event_id=evt_daily'))).toHaveLength(2)
    expect(rows(await list('event_id=evt_daily_20270310T090000Z'))).toMatchObject([
      { id: 'evt_daily_20270310T090000Z', start_time: '2027-03-10T09:00:00Z' },
    ])
    expect(rows(await list('event_id=evt_daily_20270310T100000Z'))).toEqual([])
  })

  test('A-12: with both bounds the occurrences of exactly that window', async () => {
    await add('daily', NOW - 10 * DAY, { recurrence: ['RRULE:FREQ=DAILY'] })
    const window = (from: number, to: number) =>
      `start_time_gte=${stampOf(from)}&end_time_lte=${stampOf(to)}`
    expect(rows(await list(window(NOW - 5 * DAY, NOW - 4 * DAY + HOUR)))).toHaveLength(2)
    expect(rows(await list(window(NOW - 5 * DAY, NOW - 4 * DAY + HOUR - 1000)))).toHaveLength(1)
    const far = `${window(NOW + 3650 * DAY, NOW + 3652 * DAY)}&ordering=-start_time`
    expect(rows(await list(far))).toHaveLength(2)
    expect(rows(await list(`start_time_gte=${stampOf(NOW + 60 * DAY)}`))).toEqual([])
  })

  test('A-12: every order pages through occurrences and singles, both ways', async () => {
    for (const id of ['x', 'y', 'z']) {
      await add(id, NOW - 9 * DAY, { recurrence: ['RRULE:FREQ=HOURLY;INTERVAL=12'] })
    }
    for (let n = 0; n < 40; n += 1) await add(`single${n}`, NOW + n * 6 * HOUR)
    await world().ask('PATCH /calendar/events/x/occurrences/20270310T090000Z', {
      json: { time_slot: { start: stampOf(NOW + 7 * DAY), end: stampOf(NOW + 9 * DAY) } },
    })
    for (const field of ORDERINGS) {
      const up = (await pages(list, `ordering=${field}`)).flatMap(rows)
      const down = (await pages(list, `ordering=-${field}`)).flatMap(rows)
      expect(new Set(up.map(({ id }) => id)).size).toBe(up.length)
      expect(up).toHaveLength(40 + 3 * 58)
      expect(down.toReversed()).toEqual(up)
      const values = up.map((row) => String(row[field]))
      expect(values).toEqual([...values].sort())
    }
  })

  test('A-12: a cancelled occurrence is a row that is deleted, a moved one is where it went', async () => {
    await add('daily', NOW, { recurrence: ['RRULE:FREQ=DAILY;COUNT=3'] })
    const { ask, clock } = world()
    clock.advance(HOUR)
    await ask('DELETE /calendar/events/daily/occurrences/20270309T090000Z')
    await ask('PATCH /calendar/events/daily/occurrences/20270310T090000Z', {
      json: { title: 'moved', time_slot: slotAt(NOW + 5 * DAY).time_slot },
    })
    const found = rows(await list('ordering=start_time'))
    expect(found.map(({ id, name, is_deleted }) => [id, name, is_deleted])).toEqual([
      ['evt_daily_20270308T090000Z', 'daily', false],
      ['evt_daily_20270309T090000Z', 'daily', true],
      ['evt_daily_20270310T090000Z', 'moved', false],
    ])
    expect(found[2]?.start_time).toBe('2027-03-13T09:00:00Z')
    expect(found[1]?.updated_at).toBe('2027-03-08T10:00:00.001000Z')
  })

  test('updated_at of an occurrence is when it entered the sync window, if that was later', async () => {
    await add('daily', NOW, { recurrence: ['RRULE:FREQ=DAILY'] })
    const seen = new Set(rows(await list()).map(({ id }) => id))
    const since = world().clock.now()
    world().clock.advance(3 * DAY)
    const query = `updated_at_gte=${new Date(since + 1).toISOString()}`
    const came = rows(await list(`${query}&ordering=updated_at`))
    expect(came.map(({ id }) => id)).toEqual(
      [5, 6, 7].map((day) => `evt_daily_202704${String(day + 1).padStart(2, '0')}T090000Z`),
    )
    expect(came.some(({ id }) => seen.has(id))).toBe(false)
    for (const order of ORDERINGS) {
      const again = rows(await list(`${query}&ordering=-${order}`)).map(({ id }) => id)
      expect([...again].sort()).toEqual(came.map(({ id }) => id))
    }
  })

  test('all-day events begin and end at midnights in UTC', async () => {
    await add('day', NOW, { time_slot: { start: '2027-03-09', end: '2027-03-10', all_day: true } })
    expect(rows(await list())).toMatchObject([
      { start_time: '2027-03-09T00:00:00Z', end_time: '2027-03-10T00:00:00Z' },
    ])
  })

  test('what is not there is refused in the same shape', async () => {
    const ask = asking(apiOf(world()))
    const post = await ask(`POST ${PATH}`, { as: null, json: {} })
    expect([post.status, Object.keys(post.body)]).toEqual([405, ['detail']])
    const lost = await ask('GET /api/v1/lost')
    expect([lost.status, lost.body]).toEqual([404, { detail: 'Not found.' }])
  })
})
