import { describe, expect, test } from 'vitest'
import { listing, pages, queryOf, rows, stampOf } from './attendee.js'
import type { NaiveCursor } from './attendee-naive.js'
import { pageByValueAndOffset, pageOfNow } from './attendee-naive.js'
import { create, NOW, onEveryStore } from './harness.js'

const HOUR = 3_600_000

describe('what naive listings get wrong', () => {
  test('A-D1: with a value and a bounded offset, 1,200 rows of one start never end', () => {
    const all = Array.from({ length: 1200 }, (_, n) => ({ id: String(n), value: NOW }))
    const seen: string[] = []
    let cursor: NaiveCursor | null = null
    for (let read = 0; read < 20; read += 1) {
      const found = pageByValueAndOffset(all, cursor)
      seen.push(...found.page.map(({ id }) => id))
      cursor = found.next
      if (cursor === null) break
    }
    expect(cursor).not.toBeNull()
    expect(seen).toHaveLength(2000)
    expect(new Set(seen).size).toBe(1100)
  })

  test('A-D2: reading what is there now, latest first, loses what is updated meanwhile', () => {
    const all = Array.from({ length: 250 }, (_, n) => ({ id: String(n), value: n }))
    const first = pageOfNow(all, Infinity)
    const updated = all.map((row) => (row.id === '10' ? { ...row, value: 1000 } : row))
    const second = pageOfNow(updated, first.at(-1)?.value ?? 0)
    const third = pageOfNow(updated, second.at(-1)?.value ?? 0)
    const seen = [...first, ...second, ...third].map(({ id }) => id)
    expect(seen).toHaveLength(249)
    expect(seen).not.toContain('10')
  })
})

onEveryStore('attendee.dev paging', (world) => {
  const list = (query = '') => listing(world())(query)
  const slot = { time_slot: { start: stampOf(NOW + HOUR), end: stampOf(NOW + 2 * HOUR) } }
  const many = async (count: number, moments: 'Apart' | 'Together') => {
    for (let n = 0; n < count; n += 1) {
      if (moments === 'Apart') world().clock.advance(1)
      await create(world().ask, { id: `e${String(n).padStart(4, '0')}`, ...slot })
    }
  }

  test('A-D1: 1,200 rows that share every sort value are each listed once, in every order', async () => {
    await many(1200, 'Together')
    for (const ordering of ['start_time', '-start_time', 'end_time', '-updated_at']) {
      const all = await pages(list, `ordering=${ordering}`)
      expect(all).toHaveLength(12)
      const ids = all.flatMap(rows).map(({ id }) => id)
      expect(new Set(ids).size).toBe(1200)
      const sorted = ids.toSorted()
      expect(ids).toEqual(ordering.startsWith('-') ? sorted.toReversed() : sorted)
    }
  })

  test('A-D2: an update of a row not seen yet loses and repeats nothing; the next pass has it', async () => {
    await many(250, 'Apart')
    const { ask, clock } = world()
    let updates = 0
    const all = await pages(list, '', async () => {
      clock.advance(HOUR)
      updates += 1
      await ask(`PATCH /calendar/events/e00${10 + updates}`, { json: { location: 'Room' } })
      await create(ask, { id: `new${updates}`, ...slot })
    })
    const ids = all.flatMap(rows).map(({ id }) => id)
    expect(ids).toHaveLength(250)
    expect(new Set(ids).size).toBe(250)
    expect(ids).toContain('evt_e0011')
    const since = rows(await list(`updated_at_gte=${stampOf(NOW + HOUR)}&ordering=updated_at`))
    expect(since.map(({ id }) => id)).toEqual([
      ...['evt_e0011', 'evt_new1', 'evt_e0012', 'evt_new2', 'evt_e0013', 'evt_new3'],
    ])
  })

  test('A-D3: updated_at rises with the log, whatever the clock does', async () => {
    await many(1, 'Apart')
    world().clock.advance(-HOUR)
    await create(world().ask, { id: 'later', ...slot })
    const [first] = rows(await list('event_id=evt_e0000'))
    const since = rows(await list(`updated_at_gte=${first?.updated_at}`)).map(({ id }) => id)
    expect(since).toContain('evt_later')
  })

  test('A-D4: a cursor is of no use with another order or filter', async () => {
    await many(101, 'Apart')
    const next = queryOf(await list(), 'next') ?? ''
    expect((await list(next)).status).toBe(200)
    for (const other of [
      `${next}&ordering=start_time`,
      `${next}&ordering=updated_at`,
      `${next}&start_time_gte=${stampOf(NOW)}`,
      `${next}&calendar_id=cal_primary-ann`,
      `${next}&calendar_deduplication_key=x`,
      `${next}&event_id=evt_e0001`,
      `${next}&updated_at_gte=${stampOf(NOW)}`,
    ]) {
      const got = await list(other)
      expect([got.status, got.body]).toEqual([404, { detail: 'Invalid cursor' }])
    }
    expect((await list(`${next}&ordering=-updated_at&unknown=1`)).status).toBe(200)
  })
})
