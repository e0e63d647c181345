/* eslint-disable @typescript-eslint/no-unsafe-member-access -- the wire: tests say what they expect of it */
import { expect, test } from 'vitest'
import { DAY, listing, names, stampOf } from './attendee.js'
import { create, NOW, onEveryStore } from './harness.js'

onEveryStore('what attendee.dev checks of its own listing', (world) => {
  const list = (query = '', as = 'ann') => listing(world())(query, as)
  const add = (title: string, days: number, fields: object = {}, as = 'ann') => {
    world().clock.advance(1000)
    const start = NOW + days * DAY
    const slot = { start: stampOf(start), end: stampOf(start + 3_600_000) }
    return create(world().ask, { id: title, title, time_slot: slot, ...fields }, as)
  }

  test('A-14: project isolation, calendar, key, start, dates, the alias, the order', async () => {
    await world().calendar.promises.manage({
      ...{ type: 'OpenCalendar', tenantId: 'demo', actor: 'ann', calendarId: 'team' },
      ...{ name: 'Team', timeZone: 'UTC', deduplicationKey: 'dedup' },
    })
    await add('one', 3)
    await add('two', 1, { calendar_id: 'team' })
    await add('three', 2)
    await add('theirs', 1, {}, 'ann@other')
    const listed = async (query: string, as = 'ann') => names(await list(query, as))

    expect(await listed('', 'ann@other')).toEqual(['theirs'])
    expect(await listed('calendar_id=cal_team')).toEqual(['two'])
    expect(await listed('calendar_deduplication_key=dedup')).toEqual(['two'])
    expect(await listed(`start_time_gte=${stampOf(NOW + 2 * DAY)}&ordering=start_time`)).toEqual([
      ...['three', 'one'],
    ])
    for (const name of ['start_time_gte', 'end_time_lte', 'updated_at_gte', 'updated_after']) {
      const got = await list(`${name}=invalid-date`)
      expect([got.status, got.body.error]).toEqual([
        400,
        expect.stringMatching(/^Invalid \w+ format/),
      ])
    }
    const since = stampOf(NOW + 2000)
    expect(await listed(`updated_at_gte=${since}`)).toEqual(['three', 'two'])
    expect(await listed(`updated_after=${since}`)).toEqual(['three', 'two'])
    expect(await listed('')).toEqual(['three', 'two', 'one'])
    expect((await list('ordering=invalid')).status).toBe(400)
    for (const field of ['created_at', 'start_time', 'end_time', 'updated_at']) {
      const ascending = await listed(`ordering=${field}`)
      expect(ascending).toHaveLength(3)
      expect(await listed(`ordering=-${field}`)).toEqual(ascending.toReversed())
    }
  })
})
