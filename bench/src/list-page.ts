import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CalendarService, Page } from '@kalends/core'
import { createCalendar, DAY_MS } from '@kalends/core'
import { openSqliteStore } from '@kalends/storage-sql/sqlite'
import { BUSY_WEEK, seedSingles } from './seed.js'
import { sideBySide } from './side-by-side.js'

const SIZES = [1000, 100_000] as const

/** The same page, 50 events of one week, in calendars of 1,000 and of 100,000 events over twenty years. */
export const listPage = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'kalends-bench-'))
  const calendars: { readonly size: number; readonly calendar: CalendarService }[] = []
  const stores = SIZES.map((size) => openSqliteStore({ file: join(folder, `${size}.db`) }))
  for (const [index, store] of stores.entries()) {
    const size = SIZES[index] ?? 0
    const calendar = createCalendar({ store })
    await seedSingles(calendar, size)
    calendars.push({ size, calendar })
  }
  const medians = await sideBySide(
    calendars.flatMap(({ size, calendar }) => [
      { name: `starts in the week, ${size}`, run: () => weekOf(calendar, 'start') },
      { name: `overlaps the week, ${size}`, run: () => weekOf(calendar, 'overlap') },
    ]),
  )
  print(medians)
  for (const store of stores) await store.close()
  rmSync(folder, { recursive: true })
}

const weekOf = (calendar: CalendarService, by: 'start' | 'overlap'): Promise<Page> => {
  const [from, to] = [BUSY_WEEK, BUSY_WEEK + 7 * DAY_MS]
  const startTo = { at: to, closed: false }
  const window =
    by === 'start'
      ? { startFrom: { at: from, closed: true }, startTo }
      : { endFrom: { at: from, closed: false }, startTo }
  const viewer = { tenantId: 'bench', userId: 'ann' }
  return calendar.promises.list({ viewer, filter: { window }, limit: 50 })
}

const print = (medians: ReadonlyMap<string, number>): void => {
  console.log('A one-week page of 50, p50')
  for (const kind of ['starts in the week', 'overlaps the week']) {
    const [small, large] = SIZES.map((size) => medians.get(`${kind}, ${size}`) ?? Number.NaN)
    console.log(
      `  ${kind}: ${small?.toFixed(0)} us at 1,000 events, ${large?.toFixed(0)} us at 100,000: ` +
        `${((large ?? 0) / (small ?? 1)).toFixed(2)}x`,
    )
  }
}
