/* eslint-disable @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-assignment -- the wire: tests say what they expect of it */
import { expect, test } from 'vitest'
import { codeOf, create, EVENTS, idsIn, onEveryStore, pointersIn } from './harness.js'

const at = (hours: number) => new Date(Date.UTC(2027, 2, 8, hours)).toISOString()

onEveryStore('list', (world) => {
  const add = (id: string, from: number, to: number, fields: object = {}, as = 'ann') =>
    create(world().ask, { id, time_slot: { start: at(from), end: at(to) }, ...fields }, as)
  const list = (query = '', as = 'ann') => world().ask(`GET ${EVENTS}?${query}`, { as })

  test('F-1: bearer auth is required', async () => {
    const got = await world().ask(`GET ${EVENTS}`, { as: null })

    expect(codeOf(got)).toBe('401 UNAUTHENTICATED')
    expect(got.headers.get('WWW-Authenticate')).toBe('Bearer')
    expect(got.headers.get('Content-Type')).toBe('application/problem+json')
  })

  test('F-1: only events in which the caller participates, in the tenant of the token', async () => {
    await add('mine', 10, 11)
    await add('invited', 11, 12, { participants: [{ user_id: 'ann' }] }, 'bob')
    await add('foreign', 12, 13, {}, 'bob')

    expect(idsIn(await list())).toEqual(['mine', 'invited'])
    expect(idsIn(await list('', 'ann@elsewhere'))).toEqual([])
  })

  test('F-2: start_after and start_before are inclusive', async () => {
    await add('a', 10, 11)
    await add('b', 12, 13)

    expect(idsIn(await list(`start_after=${at(10)}`))).toEqual(['a', 'b'])
    expect(idsIn(await list(`start_after=2027-03-08T10:00:00.001Z`))).toEqual(['b'])
    expect(idsIn(await list(`start_before=${at(12)}`))).toEqual(['a', 'b'])
    expect(idsIn(await list(`start_before=2027-03-08T11:59:59.999Z`))).toEqual(['a'])
  })

  test('F-3: end_after and end_before are exclusive', async () => {
    await add('a', 10, 11)
    await add('b', 12, 13)

    expect(idsIn(await list(`end_after=${at(11)}`))).toEqual(['b'])
    expect(idsIn(await list(`end_after=2027-03-08T10:59:59.999Z`))).toEqual(['a', 'b'])
    expect(idsIn(await list(`end_before=${at(13)}`))).toEqual(['a'])
    expect(idsIn(await list(`end_before=2027-03-08T13:00:00.001Z`))).toEqual(['a', 'b'])
  })

  test('F-3: digits finer than a millisecond never change a predicate', async () => {
    await add('a', 10, 11)

    expect(idsIn(await list('start_after=2027-03-08T10:00:00.0000001Z'))).toEqual([])
    expect(idsIn(await list('start_before=2027-03-08T09:59:59.9999999Z'))).toEqual([])
    expect(idsIn(await list('end_after=2027-03-08T10:59:59.9999999Z'))).toEqual(['a'])
    expect(idsIn(await list('end_before=2027-03-08T11:00:00.0000001Z'))).toEqual(['a'])
  })

  test('the boundary table: start_after=10&start_before=20', async () => {
    const rows: readonly (readonly [number, number, boolean])[] = [
      [5, 10, false],
      [10, 10, true],
      [15, 15, true],
      [20, 20, true],
      [20, 25, true],
      [10, 20, true],
      [5, 25, false],
      [19, 20, true],
    ]
    for (const [from, to] of rows) await add(`e-${from}-${to}`, from, to)

    const listed = idsIn(await list(`start_after=${at(10)}&start_before=${at(20)}`))

    expect(listed.toSorted()).toEqual(
      rows.flatMap(([from, to, isIn]) => (isIn ? [`e-${from}-${to}`] : [])).toSorted(),
    )
  })

  test('F-4: the four bounds combine, and none lists everything', async () => {
    for (const hour of [8, 10, 12, 14]) await add(`h${hour}`, hour, hour + 1)

    const all = `start_after=${at(9)}&start_before=${at(13)}&end_after=${at(11)}&end_before=${at(14)}`
    expect(idsIn(await list(all))).toEqual(['h12'])
    expect(idsIn(await list())).toEqual(['h8', 'h10', 'h12', 'h14'])
  })

  test("F-5: rsvp_status is the caller's own answer, several are OR-ed, an empty one is refused", async () => {
    const guests = { participants: [{ user_id: 'bob' }] }
    for (const [id, hour] of Object.entries({ yes: 10, no: 11, maybe: 12, open: 13 })) {
      await add(id, hour, hour + 1, guests)
    }
    const answers = { yes: 'ACCEPTED', no: 'DECLINED', maybe: 'TENTATIVE' }
    for (const [id, rsvp_status] of Object.entries(answers)) {
      await world().ask(`PUT ${EVENTS}/${id}/rsvp`, { as: 'bob', json: { rsvp_status } })
    }

    expect(idsIn(await list('rsvp_status=ACCEPTED', 'bob'))).toEqual(['yes'])
    expect(idsIn(await list('rsvp_status=DECLINED&rsvp_status=NEEDS_ACTION', 'bob'))).toEqual([
      'no',
      'open',
    ])
    expect(idsIn(await list('rsvp_status=ACCEPTED'))).toHaveLength(4)
    for (const query of [
      'rsvp_status=',
      'rsvp_status=ACCEPTED&rsvp_status=',
      'rsvp_status=MAYBE',
    ]) {
      const got = await list(query, 'bob')
      expect([codeOf(got), pointersIn(got)]).toEqual(['400 VALIDATION_FAILED', ['/rsvp_status']])
    }
  })

  test('F-6: order_by sorts by start, ascending unless said; descending is the exact reverse', async () => {
    for (const id of ['c', 'a', 'b']) await add(id, 10, 11)
    await add('later', 12, 13)
    await add('earlier', 9, 10)

    const ascending = idsIn(await list())
    expect(ascending).toEqual(['earlier', 'a', 'b', 'c', 'later'])
    expect(idsIn(await list('order_by=START_DATE_ASC'))).toEqual(ascending)
    expect(idsIn(await list('order_by=START_DATE_DESC'))).toEqual(ascending.toReversed())
    expect(pointersIn(await list('order_by=TITLE'))).toEqual(['/order_by'])
  })

  test('F-7, F-9: a cursor points at the first item of its page, back and forth', async () => {
    for (const id of ['a', 'b', 'c', 'd', 'e']) await add(id, 10, 11)

    const first = await list('page_limit=2')
    const second = await list(`page_limit=2&page_cursor=${first.body.pagination.next_cursor}`)
    const third = await list(`page_limit=2&page_cursor=${second.body.pagination.next_cursor}`)
    const back = await list(`page_limit=2&page_cursor=${second.body.pagination.prev_cursor}`)
    const wider = await list(`page_limit=100&page_cursor=${first.body.pagination.next_cursor}`)

    expect([first, second, third, back].map(idsIn)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['e'],
      ['a', 'b'],
    ])
    expect(idsIn(wider)).toEqual(['c', 'd', 'e'])
    expect(first.body.pagination).toMatchObject({ prev_cursor: null, has_more: true })
    expect(third.body.pagination).toMatchObject({ next_cursor: null, has_more: false })
    expect(back.body.pagination.prev_cursor).toBeNull()
  })

  test('F-8: page_limit is 50 unless said, and 1 to 100', async () => {
    for (let n = 0; n < 51; n += 1) await add(`e${n}`, 10, 11)

    expect(idsIn(await list())).toHaveLength(50)
    expect(idsIn(await list('page_limit=100'))).toHaveLength(51)
    expect(idsIn(await list('page_limit=1'))).toHaveLength(1)
    for (const limit of ['0', '101', '-1', '1.5', '1e1', 'many', '', '99999999999999999999']) {
      const got = await list(`page_limit=${limit}`)
      expect([codeOf(got), pointersIn(got)]).toEqual(['400 VALIDATION_FAILED', ['/page_limit']])
    }
  })

  test('F-9: the cursor carries the sort, which wins over order_by, and the filters', async () => {
    for (const [id, hour] of Object.entries({ a: 10, b: 11, c: 12, d: 13 })) await add(id, hour, 20)
    const filter = `start_after=${at(11)}`
    const first = await list(`order_by=START_DATE_DESC&page_limit=1&${filter}`)
    const cursor = `page_cursor=${first.body.pagination.next_cursor}`

    expect(idsIn(await list(cursor))).toEqual(['c', 'b'])
    expect(idsIn(await list(`${cursor}&order_by=START_DATE_ASC`))).toEqual(['c', 'b'])
    expect(idsIn(await list(`${cursor}&${filter}`))).toEqual(['c', 'b'])
    for (const other of [
      `start_after=${at(10)}`,
      `end_after=${at(1)}`,
      'rsvp_status=ACCEPTED',
      'status=CANCELLED',
      'time_zone=Europe/Berlin',
      'expand=false',
    ]) {
      expect(codeOf(await list(`${cursor}&${other}`)), other).toBe('400 INVALID_CURSOR')
    }
    expect(pointersIn(await list(`${cursor}&order_by=NO`))).toEqual(['/order_by'])
  })

  test('F-9: a cursor is opaque, authenticated, and of one viewer', async () => {
    for (const id of ['a', 'b']) await add(id, 10, 11, { participants: [{ user_id: 'bob' }] })
    const cursor: string = (await list('page_limit=1')).body.pagination.next_cursor

    expect(codeOf(await list(`page_cursor=${cursor}`, 'bob'))).toBe('400 INVALID_CURSOR')
    expect(codeOf(await list(`page_cursor=${cursor}`, 'ann@elsewhere'))).toBe('400 INVALID_CURSOR')
    expect(codeOf(await list('page_cursor='))).toBe('400 INVALID_CURSOR')
    expect(codeOf(await list(`page_cursor=${cursor}x`))).toBe('400 INVALID_CURSOR')
  })

  test('F-9: a cursor expires after its life', async () => {
    for (const id of ['a', 'b']) await add(id, 10, 11)
    const cursor: string = (await list('page_limit=1')).body.pagination.next_cursor
    world().clock.advance(25 * 3_600_000)

    expect(codeOf(await list(`page_cursor=${cursor}`))).toBe('410 CURSOR_EXPIRED')
  })

  test('F-9: pages of one listing are one snapshot while others write', async () => {
    for (const id of ['a', 'c', 'e']) await add(id, 10, 11)
    const first = await list('page_limit=2')
    await add('b', 10, 11)
    await add('d', 10, 11)
    await world().ask(`DELETE ${EVENTS}/e`)

    const rest = await list(`page_cursor=${first.body.pagination.next_cursor}`)

    expect([...idsIn(first), ...idsIn(rest)]).toEqual(['a', 'c', 'e'])
  })

  test('F-10: a list is 200 with items and pagination; an item is a summary', async () => {
    await add('a', 10, 11, {
      body: { format: 'PLAIN', content: 'x' },
      participants: [{ user_id: 'bob' }],
    })
    const got = await list('', 'bob')

    expect(got.status).toBe(200)
    expect(got.body).toEqual({
      items: [
        {
          id: 'a',
          series_id: null,
          recurrence_id: null,
          calendar_id: 'primary-ann',
          title: 'Review',
          status: 'CONFIRMED',
          time_slot: {
            start: '2027-03-08T10:00:00Z',
            end: '2027-03-08T11:00:00Z',
            time_zone: 'UTC',
            all_day: false,
          },
          location: null,
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
      ],
      pagination: { next_cursor: null, prev_cursor: null, has_more: false },
    })
  })

  test('a hidden list shows its count to the organizer only', async () => {
    await add('a', 10, 11, { participants: [{ user_id: 'bob' }], show_participant_list: false })

    expect((await list()).body.items[0].participants_count).toBe(2)
    expect((await list('', 'bob')).body.items[0].participants_count).toBeNull()
  })

  test('unknown parameters are ignored, known bad ones refused, all at once', async () => {
    expect((await list('color=red&%ff=%ff&=&&x')).status).toBe(200)
    const got = await list(
      'start_after=today&expand=maybe&status=CONFIRMED&time_zone=Mars/Base&as_of=x',
    )

    expect(codeOf(got)).toBe('400 VALIDATION_FAILED')
    expect(pointersIn(got).toSorted()).toEqual([
      '/as_of',
      '/expand',
      '/start_after',
      '/status',
      '/time_zone',
    ])
  })

  test('a parameter that may be given once is refused when given twice', async () => {
    for (const name of ['start_after', 'page_limit', 'order_by', 'time_zone', 'page_cursor']) {
      expect(pointersIn(await list(`${name}=1&${name}=1`)), name).toEqual([`/${name}`])
    }
  })

  test('a stamp needs an offset; a + that arrived as a space is one', async () => {
    await add('a', 10, 11)

    expect(idsIn(await list('start_after=2027-03-08T11:00:00+01:00'))).toEqual(['a'])
    expect(idsIn(await list('start_after=2027-03-08T11:00:00%2B01:00'))).toEqual(['a'])
    expect(pointersIn(await list('start_after=2027-03-08T11:00:00'))).toEqual(['/start_after'])
    expect(pointersIn(await list('start_after=2027-02-30T11:00:00Z'))).toEqual(['/start_after'])
  })

  test('time_zone is where all-day events are compared and sorted', async () => {
    const day = { time_slot: { start: '2027-03-08', end: '2027-03-09', all_day: true } }
    await create(world().ask, { id: 'day', ...day })
    await add('night', 3, 4)

    expect(idsIn(await list())).toEqual(['day', 'night'])
    expect(idsIn(await list('time_zone=America/New_York'))).toEqual(['night', 'day'])
    expect(
      idsIn(await list('time_zone=America/New_York&start_after=2027-03-08T05:00:00Z')),
    ).toEqual(['day'])
    expect(idsIn(await list('start_after=2027-03-08T00:00:00.001Z'))).toEqual(['night'])
  })

  test('expand lists singles the same either way', async () => {
    await add('a', 10, 11)

    expect(idsIn(await list('expand=true'))).toEqual(['a'])
    expect(idsIn(await list('expand=false'))).toEqual(['a'])
  })

  test('cancelled events leave every list but the one of their organizer', async () => {
    await add('a', 10, 11, { participants: [{ user_id: 'bob' }] })
    await world().ask(`DELETE ${EVENTS}/a`)

    expect(idsIn(await list())).toEqual([])
    expect(idsIn(await list('', 'bob'))).toEqual([])
    expect(idsIn(await list('status=CANCELLED'))).toEqual(['a'])
    expect(idsIn(await list('status=CANCELLED', 'bob'))).toEqual([])
  })

  test('as_of reads as things were, by instant and by position', async () => {
    const { clock, ask } = world()
    await add('a', 10, 11)
    clock.advance(60_000)
    await add('b', 11, 12)
    clock.advance(60_000)

    expect(idsIn(await list('as_of=2027-03-08T09:00:59Z'))).toEqual(['a'])
    expect(idsIn(await list('as_of=1'))).toEqual(['a'])
    expect(idsIn(await list('as_of=2'))).toEqual(['a', 'b'])
    expect((await ask(`GET ${EVENTS}/b?as_of=1`)).status).toBe(404)
    expect(pointersIn(await list('as_of=99'))).toEqual(['/as_of'])
    await world().store.prune('demo', 2)()
    expect(codeOf(await list('as_of=1'))).toBe('410 SNAPSHOT_EXPIRED')
    expect(codeOf(await ask(`GET ${EVENTS}/a?as_of=1`))).toBe('410 SNAPSHOT_EXPIRED')
    expect(codeOf(await ask(`GET ${EVENTS}/overview?time_zone=UTC&as_of=1`))).toBe(
      '410 SNAPSHOT_EXPIRED',
    )
  })
})
