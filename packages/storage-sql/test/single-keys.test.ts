import { closeWindow } from '@kalends/core'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { sqliteBuilder } from '../src/sql/connection.js'
import { compiled } from '../src/sql/template.js'
import { countInRange } from '../src/steps/count-singles.js'
import { keysTemplate } from '../src/steps/keys-template.js'
import { create, HOUR, right, storeOn, T0, temporaryFile, timed } from './given.js'

const filled = async (count: number) => {
  const file = temporaryFile()
  const store = storeOn(file)
  const many = Array.from({ length: count }, (_, index) => index)
  for (const n of many) await create(store, `e${n}`, { time: timed(T0 + (n % 50) * HOUR) })
  return { file, store }
}

const planOf = (file: string, sql: string): readonly string[] => {
  const database = new BetterSqlite3(file, { readonly: true })
  onTestFinished(() => void database.close())
  const plan = database.prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
  const count = sql.split('?').length - 1
  return plan.all(...Array.from({ length: count }, () => 1)).map(({ detail }) => detail)
}

const INDEX = 'SEARCH row USING COVERING INDEX kalends_participation_by_lane'

describe('the keys of single events', () => {
  test.each(
    (['Ascending', 'Descending'] as const).flatMap((direction) =>
      [1, 9, 336].map((branches) => ({ direction, branches })),
    ),
  )('$direction, $branches lanes: skipped in one index, and nothing else read', async (shape) => {
    const { file } = await filled(60)
    const plan = planOf(file, compiled(sqliteBuilder, keysTemplate(shape)).sql)

    expect(plan.filter((step) => step.includes(INDEX))).toHaveLength(shape.branches)
    expect(plan.join('\n')).not.toMatch(/SCAN|TEMP B-TREE|MULTI-INDEX|MATERIALIZE|SEARCH event/)
  })

  test('are counted in that index alone', async () => {
    const { file } = await filled(60)
    const plan = planOf(file, compiled(sqliteBuilder, countInRange).sql)

    expect(plan).toHaveLength(1)
    expect(plan[0]).toContain(INDEX)
  })

  test('a part of them is what it is of all, in both directions, and the count is how many they are', async () => {
    const { store } = await filled(120)
    const range = {
      tenantId: 'acme',
      userId: 'ann',
      position: 120,
      time: 'Timed',
      listings: ['Active', 'Cancelled', 'None'],
      window: closeWindow({ endFrom: { at: T0 + 5 * HOUR, closed: true } }),
    } as const
    const all = { ...range, offset: 0, limit: 1000 } as const
    const ascending = await right(store.singleKeys({ ...all, direction: 'Ascending' }))
    const descending = await right(store.singleKeys({ ...all, direction: 'Descending' }))

    expect(ascending.length).toBeGreaterThan(90)
    expect(descending).toEqual(ascending.toReversed())
    expect(await right(store.countSingles(range))).toBe(ascending.length)
    const part = { ...range, direction: 'Ascending', offset: 17, limit: 31 } as const
    expect(await right(store.singleKeys(part))).toEqual(ascending.slice(17, 48))
    expect(await right(store.singleKeys({ ...part, limit: 0 }))).toEqual([])
  })
})
