/* eslint-disable @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-call -- the wire: tests say what they expect of it */
import { expect, test } from 'vitest'
import type { Got } from './harness.js'
import { codeOf, create, EVENTS, idsIn, onEveryStore, pointersIn } from './harness.js'

/** From a local time to an hour later. */
const hour = (day: string, from: string, time_zone: string) => ({
  start: `${day}T${from}:00`,
  end: `${day}T${String(Number(from.slice(0, 2)) + 1).padStart(2, '0')}${from.slice(2)}:00`,
  time_zone,
})
const nine = hour('2027-03-08', '09:00', 'America/New_York')
const day = { start: '2027-03-08', end: '2027-03-09', all_day: true }

onEveryStore('lists of series', (world) => {
  const add = (id: string, recurrence: readonly string[] | null, fields: object = {}) =>
    create(world().ask, { id, time_slot: nine, recurrence, ...fields })
  const list = (query = '', as = 'ann') => world().ask(`GET ${EVENTS}?${query}`, { as })
  const patch = (id: string, json: unknown) =>
    world().ask(`PATCH ${EVENTS}/s/occurrences/${id}`, { json })
  const rsvp = (json: object, as = 'bob') => world().ask(`PUT ${EVENTS}/s/rsvp`, { as, json })
  const startsIn = ({ body }: Got) =>
    body.items.map(
      ({ time_slot }: { time_slot: { start: string } }) => time_slot.start,
    ) as readonly string[]

  /** All pages from the first, and back again from the last. */
  const walked = async (query: string) => {
    const there: (readonly string[])[] = []
    let got = await list(query)
    for (;;) {
      there.push(idsIn(got))
      if (got.body.pagination.next_cursor === null) break
      got = await list(`${query}&page_cursor=${got.body.pagination.next_cursor}`)
    }
    const back: (readonly string[])[] = []
    while (got.body.pagination.prev_cursor !== null) {
      got = await list(`${query}&page_cursor=${got.body.pagination.prev_cursor}`)
      back.unshift(idsIn(got))
    }
    return { there, back }
  }

  test('expand defaults to true: each occurrence is an item, with id, series_id and recurrence_id', async () => {
    await add('s', ['RRULE:FREQ=WEEKLY;COUNT=2'], {
      location: 'Room 1',
      body: { format: 'PLAIN', content: 'x' },
      participants: [{ user_id: 'bob' }],
    })
    const got = await list('', 'bob')

    expect(got.body.items).toEqual([
      {
        id: 's_20270308T140000Z',
        series_id: 's',
        recurrence_id: '20270308T140000Z',
        calendar_id: 'primary-ann',
        title: 'Review',
        status: 'CONFIRMED',
        time_slot: {
          start: '2027-03-08T09:00:00-05:00',
          end: '2027-03-08T10:00:00-05:00',
          time_zone: 'America/New_York',
          all_day: false,
        },
        location: 'Room 1',
        show_participant_list: true,
        recurrence: null,
        language: null,
        visibility: 'PARTICIPANTS',
        revision: 1,
        sequence: 0,
        created_at: '2027-03-08T09:00:00Z',
        updated_at: '2027-03-08T09:00:00Z',
        organizer: { user_id: 'ann', name: 'The ann', email: 'ann@example.com' },
        rsvp_status: 'NEEDS_ACTION',
        participants_count: 2,
      },
      expect.objectContaining({ id: 's_20270315T130000Z', series_id: 's' }),
    ])
    expect(idsIn(await list('expand=true'))).toEqual(idsIn(got))
  })

  test('expand=false lists each series once, with its recurrence', async () => {
    const lines = ['RRULE:FREQ=WEEKLY']
    await add('s', lines)
    await add('single', null)
    const got = await list('expand=false')

    expect(idsIn(got)).toEqual(['s', 'single'])
    expect(got.body.items[0]).toMatchObject({
      id: 's',
      series_id: null,
      recurrence_id: null,
      recurrence: lines,
    })
    expect(
      idsIn(await list('expand=false&start_after=2028-01-01T00:00:00Z&order_by=START_DATE_ASC')),
    ).toEqual(['s'])
    expect(pointersIn(await list('expand=perhaps'))).toEqual(['/expand'])
  })

  test('RDATE adds occurrences, EXDATE takes them out', async () => {
    await add('s', [
      'RRULE:FREQ=WEEKLY;COUNT=4',
      'RDATE:20270310T140000Z',
      'EXDATE:20270315T130000Z,20270322T130000Z',
    ])

    expect(idsIn(await list())).toEqual([
      's_20270308T140000Z',
      's_20270310T140000Z',
      's_20270329T130000Z',
    ])
  })

  test('the four bounds hold for each occurrence', async () => {
    await add('s', ['RRULE:FREQ=WEEKLY'])
    const [a, b, c] = ['s_20270315T130000Z', 's_20270322T130000Z', 's_20270329T130000Z']
    const all = 'start_after=2027-03-15T13:00:00Z&start_before=2027-03-29T13:00:00Z'

    expect(idsIn(await list(all))).toEqual([a, b, c])
    expect(idsIn(await list(`${all}&end_after=2027-03-15T14:00:00Z`))).toEqual([b, c])
    expect(idsIn(await list(`${all}&end_before=2027-03-29T14:00:00Z`))).toEqual([a, b])
    expect(idsIn(await list('start_after=2027-03-15T13:00:00.001Z&page_limit=1'))).toEqual([b])
  })

  test('an endless series is listed lazily, however far from its start', async () => {
    await add('s', ['RRULE:FREQ=DAILY'])
    const before = performance.now()
    const got = await list('start_after=2526-03-08T00:00:00Z&page_limit=3')

    expect(performance.now() - before).toBeLessThan(200)
    expect(idsIn(got)).toEqual(['s_25260308T140000Z', 's_25260309T140000Z', 's_25260310T130000Z'])
    expect(got.body.pagination.has_more).toBe(true)
  })

  test('START_DATE_DESC over an endless series without an upper bound is UNBOUNDED_WINDOW', async () => {
    await add('s', ['RRULE:FREQ=WEEKLY'])
    const got = await list('order_by=START_DATE_DESC')

    expect(codeOf(got)).toBe('400 UNBOUNDED_WINDOW')
    expect(got.headers.get('Content-Type')).toBe('application/problem+json')
    expect(codeOf(await list('order_by=START_DATE_DESC&start_after=2027-03-10T00:00:00Z'))).toBe(
      '400 UNBOUNDED_WINDOW',
    )
    expect((await list('order_by=START_DATE_DESC&expand=false')).status).toBe(200)
    expect((await list('order_by=START_DATE_DESC', 'bob')).status).toBe(200)
  })

  test('START_DATE_DESC with an upper bound on start or on end is the exact reverse', async () => {
    await add('s', ['RRULE:FREQ=WEEKLY'])
    await create(world().ask, { id: 'single', time_slot: hour('2027-03-15', '13:00', 'UTC') })
    for (const bound of ['start_before=2027-03-29T13:00:00Z', 'end_before=2027-03-29T14:00:01Z']) {
      const up = idsIn(await list(bound))

      expect(up, bound).toEqual([
        's_20270308T140000Z',
        's_20270315T130000Z',
        'single',
        's_20270322T130000Z',
        's_20270329T130000Z',
      ])
      expect(idsIn(await list(`${bound}&order_by=START_DATE_DESC`)), bound).toEqual(up.toReversed())
    }
  })

  test('START_DATE_DESC over a series that ends needs no bound', async () => {
    await add('s', ['RRULE:FREQ=WEEKLY;COUNT=3'])
    await add('u', ['RRULE:FREQ=WEEKLY;UNTIL=20270315T130000Z'])

    expect(idsIn(await list('order_by=START_DATE_DESC'))).toEqual([
      's_20270322T130000Z',
      'u_20270315T130000Z',
      's_20270315T130000Z',
      'u_20270308T140000Z',
      's_20270308T140000Z',
    ])
  })

  test('cursors go forward and back across series and singles with equal starts', async () => {
    for (const id of ['a', 'c', 'e']) await add(id, ['RRULE:FREQ=WEEKLY;COUNT=3'])
    for (const id of ['b', 'd']) await add(id, null)
    await add('f', ['RRULE:FREQ=DAILY;COUNT=15'])
    const whole = idsIn(await list('page_limit=100'))
    expect(whole).toHaveLength(26)
    expect(new Set(whole).size).toBe(26)
    expect(whole.slice(0, 6)).toEqual([
      'a_20270308T140000Z',
      'b',
      'c_20270308T140000Z',
      'd',
      'e_20270308T140000Z',
      'f_20270308T140000Z',
    ])

    for (const limit of [1, 2, 3, 5, 7, 25, 26]) {
      for (const [order, expected] of [
        ['ASC', whole],
        ['DESC', whole.toReversed()],
      ] as const) {
        const { there, back } = await walked(`page_limit=${limit}&order_by=START_DATE_${order}`)
        expect(there.flat(), `${order} ${limit}`).toEqual(expected)
        expect(back, `${order} ${limit}`).toEqual(there.slice(0, -1))
      }
    }
  })

  test('a page of a series is a snapshot while it is changed', async () => {
    await add('s', ['RRULE:FREQ=WEEKLY;COUNT=4'])
    const first = await list('page_limit=2')
    await world().ask(`DELETE ${EVENTS}/s/occurrences/20270322T130000Z`)
    await world().ask(`PATCH ${EVENTS}/s`, { json: { title: 'Later' } })
    const rest = await list(`page_cursor=${first.body.pagination.next_cursor}`)

    expect(idsIn(rest)).toEqual(['s_20270322T130000Z', 's_20270329T130000Z'])
    expect(rest.body.items[0].title).toBe('Review')
    expect(idsIn(await list())).toHaveLength(3)
  })

  test('a moved occurrence is found where it went and not where it was, under its first id', async () => {
    await add('s', ['RRULE:FREQ=WEEKLY;COUNT=3'])
    await patch('20270315T130000Z', {
      time_slot: { start: '2027-03-17T18:00:00-04:00', end: '2027-03-17T19:00:00-04:00' },
    })
    const on = (date: string) =>
      list(`start_after=${date}T00:00:00Z&start_before=${date}T23:59:59Z`)

    expect(idsIn(await on('2027-03-15'))).toEqual([])
    const found = await on('2027-03-17')
    expect(found.body.items).toMatchObject([
      {
        id: 's_20270315T130000Z',
        recurrence_id: '20270315T130000Z',
        time_slot: { start: '2027-03-17T18:00:00-04:00' },
      },
    ])
    await patch('20270322T130000Z', {
      time_slot: { start: '2027-03-01T09:00:00-05:00', end: '2027-03-01T10:00:00-05:00' },
    })
    expect(idsIn(await list())).toEqual([
      's_20270322T130000Z',
      's_20270308T140000Z',
      's_20270315T130000Z',
    ])
  })

  test('an occurrence that was moved into another zone keeps its id', async () => {
    await add('s', ['RRULE:FREQ=WEEKLY;COUNT=2'])
    const moved = await patch('20270315T130000Z', {
      time_slot: hour('2027-03-16', '10:00', 'Asia/Tokyo'),
    })

    expect(moved.body.id).toBe('s_20270315T130000Z')
    expect(idsIn(await list())).toEqual(['s_20270308T140000Z', 's_20270315T130000Z'])
    expect((await world().ask(`GET ${EVENTS}/s_20270315T130000Z`)).body.time_slot.start).toBe(
      '2027-03-16T10:00:00+09:00',
    )
  })

  test('an occurrence may become all-day, and one of an all-day series timed; ids stay', async () => {
    await add('s', ['RRULE:FREQ=WEEKLY;COUNT=2'])
    await add('d', ['RRULE:FREQ=WEEKLY;COUNT=2'], { time_slot: day })
    await patch('20270315T130000Z', {
      time_slot: { start: '2027-03-16', end: '2027-03-17', all_day: true },
    })
    await world().ask(`PATCH ${EVENTS}/d/occurrences/20270315`, {
      json: { time_slot: { ...hour('2027-03-17', '10:00', 'UTC'), all_day: false } },
    })

    expect(idsIn(await list('start_after=2027-03-09T00:00:00Z'))).toEqual([
      's_20270315T130000Z',
      'd_20270315',
    ])
  })

  test("rsvp_status is the occurrence's own answer if it has one, else the series'", async () => {
    await add('s', ['RRULE:FREQ=WEEKLY;COUNT=4'], { participants: [{ user_id: 'bob' }] })
    await rsvp({ rsvp_status: 'ACCEPTED' })
    await rsvp({ rsvp_status: 'DECLINED', recurrence_id: '20270315T130000Z' })
    await rsvp({ rsvp_status: 'TENTATIVE', recurrence_id: '20270322T130000Z' })
    const at = async (status: string) => idsIn(await list(`rsvp_status=${status}`, 'bob'))

    expect(await at('ACCEPTED')).toEqual(['s_20270308T140000Z', 's_20270329T130000Z'])
    expect(await at('DECLINED')).toEqual(['s_20270315T130000Z'])
    expect(await at('DECLINED&rsvp_status=TENTATIVE')).toEqual([
      's_20270315T130000Z',
      's_20270322T130000Z',
    ])
    expect(await at('NEEDS_ACTION')).toEqual([])
    const all = await list('', 'bob')
    expect(all.body.items.map(({ rsvp_status }: { rsvp_status: string }) => rsvp_status)).toEqual([
      'ACCEPTED',
      'DECLINED',
      'TENTATIVE',
      'ACCEPTED',
    ])
  })

  test('a filter on answers never goes through an endless series without one', async () => {
    await add('s', ['RRULE:FREQ=DAILY'], { participants: [{ user_id: 'bob' }] })
    await rsvp({ rsvp_status: 'DECLINED', recurrence_id: '20280308T140000Z' })
    const before = performance.now()

    expect(idsIn(await list('rsvp_status=DECLINED', 'bob'))).toEqual(['s_20280308T140000Z'])
    expect(idsIn(await list('rsvp_status=TENTATIVE&order_by=START_DATE_DESC', 'bob'))).toEqual([])
    expect(performance.now() - before).toBeLessThan(200)
  })

  test("all-day series are compared and sorted in the viewer's zone", async () => {
    await add('d', ['RRULE:FREQ=DAILY;COUNT=3'], { time_slot: day })
    await create(world().ask, { id: 'n', time_slot: hour('2027-03-09', '03:00', 'UTC') })

    expect(idsIn(await list())).toEqual(['d_20270308', 'd_20270309', 'n', 'd_20270310'])
    expect(idsIn(await list('time_zone=America/New_York'))).toEqual([
      'd_20270308',
      'n',
      'd_20270309',
      'd_20270310',
    ])
    const from = 'start_after=2027-03-09T05:00:00Z'
    expect(idsIn(await list(`${from}&time_zone=America/New_York`))).toEqual([
      'd_20270309',
      'd_20270310',
    ])
    expect(idsIn(await list(from))).toEqual(['d_20270310'])
    expect((await list(from)).body.items[0].time_slot).toEqual({
      start: '2027-03-10',
      end: '2027-03-11',
      time_zone: null,
      all_day: true,
    })
  })

  test('New York, March: the series keeps its clock, what falls in the gap takes the offset before it', async () => {
    await add('s', ['RRULE:FREQ=DAILY;COUNT=3'], {
      time_slot: hour('2027-03-13', '02:30', 'America/New_York'),
    })
    const got = await list()

    expect(startsIn(got)).toEqual([
      '2027-03-13T02:30:00-05:00',
      '2027-03-14T03:30:00-04:00',
      '2027-03-15T02:30:00-04:00',
    ])
    expect(idsIn(got)).toEqual(['s_20270313T073000Z', 's_20270314T073000Z', 's_20270315T063000Z'])
    for (const id of idsIn(got)) {
      expect((await world().ask(`GET ${EVENTS}/${id}`)).body.id).toBe(id)
    }
  })

  test('New York, November: what comes twice takes place the first time', async () => {
    await add('s', ['RRULE:FREQ=DAILY;COUNT=3'], {
      time_slot: hour('2027-11-06', '01:30', 'America/New_York'),
    })
    const got = await list()

    expect(startsIn(got)).toEqual([
      '2027-11-06T01:30:00-04:00',
      '2027-11-07T01:30:00-04:00',
      '2027-11-08T01:30:00-05:00',
    ])
    expect(idsIn(got)).toEqual(['s_20271106T053000Z', 's_20271107T053000Z', 's_20271108T063000Z'])
  })

  test('a timed event lasts exactly as long on a night that has an hour more or less', async () => {
    const night = {
      start: '2027-03-13T22:00:00',
      end: '2027-03-14T06:00:00', // seven hours: the night springs forward
      time_zone: 'America/New_York',
    }
    await add('s', ['RRULE:FREQ=DAILY;COUNT=2'], { time_slot: night })

    expect(
      (await list()).body.items.map((each: { time_slot: object }) => each.time_slot),
    ).toMatchObject([
      { start: '2027-03-13T22:00:00-05:00', end: '2027-03-14T06:00:00-04:00' },
      { start: '2027-03-14T22:00:00-04:00', end: '2027-03-15T05:00:00-04:00' },
    ])
  })

  test('Lord Howe: a shift of half an hour', async () => {
    await add('s', ['RRULE:FREQ=DAILY;COUNT=3'], {
      time_slot: hour('2027-04-03', '01:45', 'Australia/Lord_Howe'),
    })
    await add('t', ['RRULE:FREQ=DAILY;COUNT=3'], {
      time_slot: hour('2027-10-02', '02:15', 'Australia/Lord_Howe'),
    })

    expect(startsIn(await list())).toEqual([
      '2027-04-03T01:45:00+11:00',
      '2027-04-04T01:45:00+11:00',
      '2027-04-05T01:45:00+10:30',
      '2027-10-02T02:15:00+10:30',
      '2027-10-03T02:45:00+11:00',
      '2027-10-04T02:15:00+11:00',
    ])
  })

  test('status=CANCELLED lists the cancelled occurrences to the organizer alone', async () => {
    await add('s', ['RRULE:FREQ=WEEKLY;COUNT=3'], { participants: [{ user_id: 'bob' }] })
    await world().ask(`DELETE ${EVENTS}/s/occurrences/20270315T130000Z`)

    const got = await list('status=CANCELLED')
    expect(got.body.items).toMatchObject([{ id: 's_20270315T130000Z', status: 'CANCELLED' }])
    expect(idsIn(await list('status=CANCELLED', 'bob'))).toEqual([])
    expect(idsIn(await list('', 'bob'))).toEqual(['s_20270308T140000Z', 's_20270322T130000Z'])
  })

  test('a hidden list hides its count in every occurrence, but for the organizer', async () => {
    await add('s', ['RRULE:FREQ=WEEKLY;COUNT=2'], {
      participants: [{ user_id: 'bob' }],
      show_participant_list: false,
    })
    const counts = async (as: string) =>
      (await list('', as)).body.items.map(
        (each: { participants_count: unknown }) => each.participants_count,
      ) as unknown

    expect(await counts('ann')).toEqual([2, 2])
    expect(await counts('bob')).toEqual([null, null])
  })

  test('as_of reads a series as it was', async () => {
    await add('s', ['RRULE:FREQ=WEEKLY;COUNT=2'])
    await patch('20270315T130000Z', { title: 'Changed' })

    expect((await list('as_of=2')).body.items[1].title).toBe('Review')
    expect((await list()).body.items[1].title).toBe('Changed')
  })

  test('expand=false has pages, and descending is the exact reverse', async () => {
    for (const id of ['a', 'c', 'e']) await add(id, ['RRULE:FREQ=WEEKLY'])
    for (const id of ['b', 'd']) await add(id, null)
    for (const order of ['ASC', 'DESC']) {
      const { there, back } = await walked(`expand=false&page_limit=2&order_by=START_DATE_${order}`)
      const all = ['a', 'b', 'c', 'd', 'e']
      expect(there.flat(), order).toEqual(order === 'ASC' ? all : all.toReversed())
      expect(back, order).toEqual(there.slice(0, -1))
    }
  })

  test('a cursor carries expand, which may be left out beside it and must not differ', async () => {
    await add('s', ['RRULE:FREQ=WEEKLY'])
    await add('t', ['RRULE:FREQ=WEEKLY'])
    const first = await list('expand=false&page_limit=1')
    const cursor = `page_cursor=${first.body.pagination.next_cursor}`

    expect(idsIn(await list(cursor))).toEqual(['t'])
    expect(idsIn(await list(`${cursor}&expand=false`))).toEqual(['t'])
    expect(codeOf(await list(`${cursor}&expand=true`))).toBe('400 INVALID_CURSOR')
  })

  test('expand=false keeps the series with an occurrence in the window, and its own answer', async () => {
    await add('s', ['RRULE:FREQ=WEEKLY;COUNT=2'], { participants: [{ user_id: 'bob' }] })
    await rsvp({ rsvp_status: 'DECLINED', recurrence_id: '20270315T130000Z' })
    const once = (query: string) => list(`expand=false&${query}`, 'bob')

    expect(idsIn(await once('start_after=2027-03-10T00:00:00Z'))).toEqual(['s'])
    expect(idsIn(await once('start_after=2027-03-16T00:00:00Z'))).toEqual([])
    expect(idsIn(await once('rsvp_status=NEEDS_ACTION'))).toEqual(['s'])
    expect(idsIn(await once('rsvp_status=DECLINED'))).toEqual([])
  })

  test('the overview counts each occurrence, where it went and by its own answer', async () => {
    await add('s', ['RRULE:FREQ=DAILY'], { participants: [{ user_id: 'bob' }] })
    const overview = async (as: string) =>
      (await world().ask(`GET ${EVENTS}/overview?time_zone=America/New_York`, { as }))
        .body as unknown
    expect(await overview('bob')).toEqual({ today: 1, tomorrow: 1, next_seven_days: 7 })

    await rsvp({ rsvp_status: 'DECLINED', recurrence_id: '20270309T140000Z' })
    await world().ask(`DELETE ${EVENTS}/s/occurrences/20270310T140000Z`)
    await patch('20270311T140000Z', {
      time_slot: { start: '2027-03-08T20:00:00-05:00', end: '2027-03-08T21:00:00-05:00' },
    })
    expect(await overview('bob')).toEqual({ today: 2, tomorrow: 0, next_seven_days: 5 })
    expect(await overview('ann')).toEqual({ today: 2, tomorrow: 1, next_seven_days: 6 })
  })
})
