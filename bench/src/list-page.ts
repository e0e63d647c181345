import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CalendarService, Page } from '@kalends/core'
import { createCalendar, DAY_MS } from '@kalends/core'
import { openSqliteStore } from '@kalends/storage-sql/sqlite'
import { BUSY_WEEK, seedSeries, seedSingles } from './seed.js'
import { type Medians, sideBySide } from './side-by-side.js'

const SIZES = [1000, 100_000] as const
const KINDS = ['starts in the week', 'overlaps the week', 'with 500 series'] as const

/**
 * The same page, 50 occurrences of one week, in calendars of 1,000 and of 100,000 events over twenty years: of single events
 * alone, and beside 500 endless series.
 */
export const listPage = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'kalends-bench-'))
  const calendars = []
  for (const size of SIZES) calendars.push(await calendarsOf(folder, size))
  const medians = await sideBySide(
    calendars.flatMap(({ size, singles, series }) => [
      { name: `${KINDS[0]}, ${size}`, run: () => weekOf(singles.calendar, 'start') },
      { name: `${KINDS[1]}, ${size}`, run: () => weekOf(singles.calendar, 'overlap') },
      { name: `${KINDS[2]}, ${size}`, run: () => weekOf(series.calendar, 'start') },
    ]),
  )
  print(medians)
  for (const { singles, series } of calendars) {
    await singles.store.close()
    await series.store.close()
  }
  rmSync(folder, { recursive: true })
}

const calendarsOf = async (folder: string, size: number) => {
  const files = [join(folder, `${size}.db`), join(folder, `${size}-series.db`)] as const
  const seeded = openCalendar(files[0])
  await seedSingles(seeded.calendar, size)
  await seeded.store.close()
  copyFileSync(...files)
  const [singles, series] = [openCalendar(files[0]), openCalendar(files[1])]
  await seedSeries(series.calendar, 500)
  return { size, singles, series }
}

const openCalendar = (file: string) => {
  const store = openSqliteStore({ file })
  return { store, calendar: createCalendar({ store }) }
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

const print = (medians: Medians): void => {
  const at = (kind: string, size: number) => medians.get(`${kind}, ${size}`) ?? Number.NaN
  const times = (a: number, b: number) => `${(a / b).toFixed(2)}x`
  const [small, large] = SIZES
  console.log('A one-week page of 50, p50')
  for (const kind of KINDS) {
    console.log(
      `  ${kind}: ${at(kind, small).toFixed(0)} us at 1,000 events, ` +
        `${at(kind, large).toFixed(0)} us at 100,000: ${times(at(kind, large), at(kind, small))}`,
    )
  }
  const beside = SIZES.map((size) => times(at(KINDS[2], size), at(KINDS[0], size)))
  console.log(`  with 500 series, against single events alone: ${beside.join(' and ')}`)
}
