/* eslint-disable @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-return -- the wire: tests say what they expect of it */
import { expect, test } from 'vitest'
import { codeOf, create, EVENTS, onEveryStore, pointersIn } from './harness.js'

const DAY = 'start=2027-03-08T00:00:00Z&end=2027-03-09T00:00:00Z'
const hours = (from: number, to: number) => ({
  start: `2027-03-08T${String(from).padStart(2, '0')}:00:00Z`,
  end: `2027-03-08T${String(to).padStart(2, '0')}:00:00Z`,
})

onEveryStore('free-busy', (world) => {
  const ask = (query: string, as = 'eve') => world().ask(`GET /calendar/freebusy?${query}`, { as })
  const busy = async (query: string, as?: string) => (await ask(query, as)).body.items[0].busy
  const invited = async (id: string, [from, to]: readonly [number, number], answer?: string) => {
    const fields = { id, time_slot: hours(from, to), participants: [{ user_id: 'bob' }] }
    await create(world().ask, { ...fields, title: 'Secret', location: 'Hidden' })
    if (answer === undefined) return
    await world().ask(`PUT ${EVENTS}/${id}/rsvp`, { as: 'bob', json: { rsvp_status: answer } })
  }

  test('the table of RFC 4791 section 7.10: busy, tentatively busy, and free', async () => {
    await invited('accepted', [1, 2], 'ACCEPTED')
    await invited('tentative', [3, 4], 'TENTATIVE')
    await invited('open', [5, 6])
    await invited('declined', [7, 8], 'DECLINED')
    await invited('cancelled', [9, 10], 'ACCEPTED')
    await world().ask(`DELETE ${EVENTS}/cancelled`)
    await invited('unsure', [11, 12], 'ACCEPTED')
    await world().ask(`PATCH ${EVENTS}/unsure`, { json: { status: 'TENTATIVE' } })

    expect(await busy(`user_id=bob&${DAY}`)).toEqual([
      { ...hours(1, 2), type: 'BUSY' },
      { ...hours(3, 4), type: 'BUSY_TENTATIVE' },
      { ...hours(5, 6), type: 'BUSY_TENTATIVE' },
      { ...hours(11, 12), type: 'BUSY_TENTATIVE' },
    ])
  })

  test('what overlaps is united, and sure wins over tentative', async () => {
    await invited('a', [1, 4], 'ACCEPTED')
    await invited('b', [3, 5], 'ACCEPTED')
    await invited('c', [2, 7], 'TENTATIVE')

    expect(await busy(`user_id=bob&${DAY}`)).toEqual([
      { ...hours(1, 5), type: 'BUSY' },
      { ...hours(5, 7), type: 'BUSY_TENTATIVE' },
    ])
  })

  test('says when, for anyone of the tenant, and nothing else', async () => {
    await invited('a', [1, 2])
    const got = await ask(`user_id=bob&${DAY}`)

    expect(got.body).toEqual({
      items: [{ user_id: 'bob', busy: [{ ...hours(1, 2), type: 'BUSY_TENTATIVE' }] }],
    })
    expect(got.text).not.toMatch(/Secret|Hidden|"a"|The bob/)
    expect(await busy(`user_id=bob&${DAY}`, 'eve@elsewhere')).toEqual([])
  })

  test('intervals are cut to the range, whose end is not part of it', async () => {
    await invited('a', [1, 3], 'ACCEPTED')
    const between = (start: string, end: string) => busy(`user_id=bob&start=${start}&end=${end}`)

    expect(await between('2027-03-08T02:00:00Z', '2027-03-08T02:30:00Z')).toEqual([
      { start: '2027-03-08T02:00:00Z', end: '2027-03-08T02:30:00Z', type: 'BUSY' },
    ])
    expect(await between('2027-03-08T00:00:00Z', '2027-03-08T01:00:00Z')).toEqual([])
    expect(await between('2027-03-08T03:00:00Z', '2027-03-08T04:00:00Z')).toEqual([])
  })

  test('an item for each distinct user, as they were named; one nobody knows is free', async () => {
    await invited('a', [1, 2])
    const got = await ask(`user_id=bob&user_id=nobody&user_id=ann&user_id=bob&${DAY}`)

    expect(got.body.items).toEqual([
      { user_id: 'bob', busy: [{ ...hours(1, 2), type: 'BUSY_TENTATIVE' }] },
      { user_id: 'nobody', busy: [] },
      { user_id: 'ann', busy: [{ ...hours(1, 2), type: 'BUSY' }] },
    ])
  })

  test('50 distinct users may be asked about, 51 may not', async () => {
    const users = (count: number) =>
      Array.from({ length: count }, (_, index) => `user_id=u${index}`).join('&')

    const got = await ask(`${users(50)}&user_id=u0&${DAY}`)
    expect([got.status, got.body.items.length]).toEqual([200, 50])
    const more = await ask(`${users(51)}&${DAY}`)
    expect([codeOf(more), pointersIn(more)]).toEqual(['400 VALIDATION_FAILED', ['/user_id']])
  })

  test('a bad parameter is refused by its name', async () => {
    const stamp = '2027-03-08T00:00:00Z'
    for (const [query, pointers] of [
      [DAY, ['/user_id']],
      [`user_id=&${DAY}`, ['/user_id']],
      ['user_id=bob', ['/start', '/end']],
      [`user_id=bob&start=2027-03-08T00:00:00&end=${stamp}`, ['/start']],
      [`user_id=bob&start=${stamp}&end=2027-03-09`, ['/end']],
      [`user_id=bob&${DAY}&time_zone=Mars`, ['/time_zone']],
      [`user_id=bob&${DAY}&as_of=soon`, ['/as_of']],
    ] as const) {
      const got = await ask(query)
      expect([codeOf(got), pointersIn(got)], query).toEqual(['400 VALIDATION_FAILED', pointers])
    }
  })

  test('the end is after the start, and not more than 366 days', async () => {
    const range = async (start: string, end: string) => {
      const got = await ask(`user_id=bob&start=${start}&end=${end}`)
      return got.status === 200 ? '200' : [codeOf(got), ...pointersIn(got)].join(' ')
    }

    expect(await range('2027-01-01T00:00:00Z', '2028-01-02T00:00:00Z')).toBe('200')
    expect(await range('2027-01-01T00:00:00Z', '2028-01-02T00:00:00.0001Z')).toBe(
      '400 WINDOW_TOO_LONG /end',
    )
    const same = '2027-03-08T00:00:00Z'
    expect(await range(same, same)).toBe('400 INVALID_TIME_RANGE /end')
    expect(await range(same, '2027-03-07T23:59:59Z')).toBe('400 INVALID_TIME_RANGE /end')
    expect(await range(same, '2027-03-08T00:00:00.0001Z')).toBe('200')
    // 01:30+02:00 is before 00:00Z, whatever the digits look like
    expect(await range(same, '2027-03-08T01:30:00%2B02:00')).toBe('400 INVALID_TIME_RANGE /end')
  })

  test('the zone is where all-day events lie and whose offset is printed', async () => {
    const time_slot = { start: '2027-03-08', end: '2027-03-09', all_day: true }
    await create(world().ask, { time_slot })
    const week = 'user_id=ann&start=2027-03-07T00:00:00Z&end=2027-03-10T00:00:00Z'

    expect(await busy(`${week}&time_zone=America/New_York`)).toEqual([
      { start: '2027-03-08T00:00:00-05:00', end: '2027-03-09T00:00:00-05:00', type: 'BUSY' },
    ])
    expect(await busy(week)).toEqual([
      { start: '2027-03-08T00:00:00Z', end: '2027-03-09T00:00:00Z', type: 'BUSY' },
    ])
  })

  test('as_of: as things were', async () => {
    await invited('a', [1, 2], 'ACCEPTED')
    await world().ask(`PATCH ${EVENTS}/a`, { json: { time_slot: hours(5, 6) } })

    expect(await busy(`user_id=ann&${DAY}&as_of=2`)).toEqual([{ ...hours(1, 2), type: 'BUSY' }])
    expect(await busy(`user_id=ann&${DAY}`)).toEqual([{ ...hours(5, 6), type: 'BUSY' }])
  })
})
