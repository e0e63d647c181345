import type { TenantSinglesQuery } from '@kalends/core'
import { closeWindow, everything, MIN_INSTANT } from '@kalends/core'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { sqliteBuilder } from '../src/sql/connection.js'
import { compiled } from '../src/sql/template.js'
import { tenantSinglesTemplate } from '../src/steps/tenant-singles-template.js'
import {
  answered,
  aStore,
  create,
  createSeries,
  DAY,
  happen,
  HOUR,
  moved,
  retitled,
  right,
  storeOn,
  T0,
  temporaryFile,
  timed,
} from './given.js'

const filter = { uid: null, calendarId: null, window: closeWindow(everything) }

const query = (rest: Partial<TenantSinglesQuery> = {}): TenantSinglesQuery => ({
  tenantId: 'acme',
  position: Number.MAX_SAFE_INTEGER - 1,
  filter,
  updatedFrom: MIN_INSTANT,
  order: 'StartTime',
  direction: 'Ascending',
  after: null,
  limit: 100,
  ...rest,
})

const clockAt = (start: number) => {
  let now = start
  return { now: () => (now += 1) }
}

const COLUMNS = ['created_ms', 'updated_ms', 'start_ms', 'end_ms'] as const
const shapes = COLUMNS.flatMap((column) =>
  (['Ascending', 'Descending'] as const).flatMap((direction) =>
    (['Tenant', 'Calendar'] as const).map((by) => ({ column, direction, by })),
  ),
)

describe('the events of a tenant', () => {
  test.each(shapes)('$column, $direction, by $by: one range of one index, in order', (shape) => {
    const file = temporaryFile()
    storeOn(file)
    const database = new BetterSqlite3(file, { readonly: true })
    onTestFinished(() => void database.close())
    const { sql } = compiled(sqliteBuilder, tenantSinglesTemplate(shape))
    const values = Array.from({ length: sql.split('?').length - 1 }, () => 1)
    const plan = database
      .prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
      .all(...values)
      .map(({ detail }) => detail)
      .join('\n')
    const index = `kalends_event_key_by_${shape.by === 'Calendar' ? 'calendar_' : ''}`
    expect(plan).toContain(`USING INDEX ${index}${shape.column}`)
    expect(plan).not.toMatch(/SCAN|TEMP B-TREE/)
  })

  test('are keyed anew by each revision, and by nothing else', async () => {
    const store = aStore({ clock: clockAt(T0) })
    await create(store, 'a')
    await create(store, 'b')
    const updates = async (position = Number.MAX_SAFE_INTEGER - 1) =>
      (await right(store.tenantSingles(query({ position })))).map(({ uid, updatedAt }) => [
        uid,
        updatedAt - T0,
      ])
    const before = await updates()
    await happen(store, 'a', answered('bob', 'Accepted'))
    expect(await updates()).toEqual(before)
    await happen(store, 'a', retitled('x'))
    const [[, first = 0] = [], second] = before
    expect((await updates())[1]).toEqual(second)
    expect((await updates())[0]?.[1]).toBeGreaterThan(Number(first))
    expect(await updates(2)).toEqual(before)
    expect(await right(store.verify)).toEqual([])
  })

  test('are as they were as of a position, also after pruning up to it and a rebuild', async () => {
    const store = aStore({ clock: clockAt(T0) })
    for (const uid of ['a', 'b', 'c']) await create(store, uid)
    await createSeries(store, 's', { time: timed(T0) })
    await happen(store, 'a', moved(timed(T0 + DAY)))
    const position = (await right(store.head('acme'))).position
    const read = () => right(store.tenantSingles(query({ position })))
    const found = await read()
    expect(found.map(({ uid }) => uid)).toEqual(['b', 'c', 'a'])
    await happen(store, 'b', moved(timed(T0 + 2 * DAY)))
    await right(store.prune('acme', position))
    expect(await read()).toEqual(found)
    await right(store.rebuild)
    expect(await read()).toEqual(found)
    expect(await right(store.verify)).toEqual([])
  })

  test('that recur are found by their bounds, with all that their occurrences are made of', async () => {
    const store = aStore()
    await createSeries(store, 'over', { time: timed(T0), lines: ['RRULE:FREQ=DAILY;COUNT=3'] })
    await createSeries(store, 'endless', { time: timed(T0 + HOUR) })
    const found = async (from: number, to: number) => {
      const window = { ...filter.window, startFrom: from, startTo: to }
      const { position } = query()
      const asked = { tenantId: 'acme', position, filter: { ...filter, window } }
      return (await right(store.tenantSeries(asked))).map(({ key }) => key.uid).sort()
    }
    expect(await found(T0, T0 + DAY)).toEqual(['endless', 'over'])
    expect(await found(T0 + 9 * DAY, T0 + 10 * DAY)).toEqual(['endless'])
    expect(await found(T0 - DAY, T0 - 1)).toEqual([])
  })
})
