import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { compiled } from '../src/sql/template.js'
import { sqliteBuilder } from '../src/sql/connection.js'
import { listingTemplate } from '../src/steps/listing-template.js'
import { create, HOUR, storeOn, T0, temporaryFile, timed } from './given.js'

// Filters, both kinds of time and where a page starts only change which lanes and values are bound.
const shapes = (['Ascending', 'Descending'] as const).flatMap((direction) =>
  [1, 2, 9, 112].map((branches) => ({ direction, branches })),
)

const plansOf = (file: string, sql: string): readonly string[] => {
  const database = new BetterSqlite3(file, { readonly: true })
  onTestFinished(() => void database.close())
  const plan = database.prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
  const count = sql.split('?').length - 1
  return plan.all(...Array.from({ length: count }, () => 1)).map(({ detail }) => detail)
}

describe.each(['without statistics', 'with statistics'])(
  'the plan of a listing %s',
  (statistics) => {
    test.each(shapes)('$direction, $branches lanes: ranges of one index, merged', async (shape) => {
      const file = temporaryFile()
      const store = storeOn(file)
      await Promise.all(
        Array.from({ length: 300 }, (_, index) =>
          create(store, `e${index}`, { time: timed(T0 + index * HOUR) }),
        ),
      )
      const database = new BetterSqlite3(file)
      if (statistics === 'with statistics') database.exec('analyze')
      database.close()

      const plan = plansOf(file, compiled(sqliteBuilder, listingTemplate(shape)).sql)

      const range =
        shape.direction === 'Ascending'
          ? '(start_ms,uid)>(?,?) AND start_ms<?'
          : 'start_ms>? AND (start_ms,uid)<(?,?)'
      const ranges = plan.filter((step) => step.includes('kalends_participation'))
      expect(ranges).toHaveLength(shape.branches)
      for (const step of ranges) {
        expect(step).toContain('SEARCH row USING COVERING INDEX kalends_participation_by_lane')
        expect(step).toContain(`(tenant_id=? AND user_id=? AND lane=? AND ${range}`)
      }
      expect(plan.join('\n')).not.toMatch(/SCAN|TEMP B-TREE|MULTI-INDEX|MATERIALIZE/)
      const summaries = plan.filter((step) => step.includes('SEARCH event'))
      expect(summaries).toHaveLength(shape.branches)
      for (const step of summaries)
        expect(step).toContain('(tenant_id=? AND uid=? AND valid_from<?')
    })
  },
)
