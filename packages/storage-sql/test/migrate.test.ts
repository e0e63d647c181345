import { readFileSync } from 'node:fs'
import type { CalendarEvent, Recorded } from '@kalends/core'
import { createCalendar, evolve, initialState } from '@kalends/core'
import BetterSqlite3 from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import { expect, test } from 'vitest'
import { migrate } from '../src/schema/migrate.js'
import { migrations } from '../src/schema/migrations.js'
import {
  alive,
  answered,
  DAY,
  happen,
  HOUR,
  listed,
  occurrenceMoved,
  idOf,
  recurring,
  right,
  storeOn,
  T0,
  temporaryFile,
  timed,
} from './given.js'

type Cell = string | number | null | { readonly hex: string }

/** Every table as a release of this schema left it. */
const tablesOf = (version: number) =>
  Object.entries(
    JSON.parse(
      readFileSync(new URL(`./m000${version}.golden.json`, import.meta.url), 'utf8'),
    ) as Readonly<Record<string, readonly (readonly Cell[])[]>>,
  )

/** A database that only the first migrations have made, with what a release of that time wrote into it. */
const databaseOf = (version: number): string => {
  const file = temporaryFile()
  const database = new BetterSqlite3(file)
  expect(migrate(database, migrations.slice(0, version), T0)).toEqual(E.right(version))
  for (const [table, rows] of tablesOf(version)) {
    for (const row of rows) {
      const cells = row.map((cell) =>
        cell !== null && typeof cell === 'object' ? Buffer.from(cell.hex, 'hex') : cell,
      )
      database.prepare(`insert into ${table} values (${cells.map(() => '?').join()})`).run(...cells)
    }
  }
  database.close()
  return file
}

const firstDatabase = (): string => databaseOf(1)

const foldedUpTo = (log: readonly Recorded[], uid: string): CalendarEvent | null => {
  const state = log.reduce(
    (folded, each) =>
      each.aggregate === 'event' && each.streamId === uid ? evolve(folded, each.happened) : folded,
    initialState,
  )
  return state.type === 'Absent' ? null : state.event
}

test('a database of the first schema keeps all that is in it readable', async () => {
  const store = storeOn(firstDatabase())
  const log = await right(store.readLog({ tenantId: 'acme', after: 0, limit: 100 }))
  expect(log).toHaveLength(8)
  // 7 is in the middle of a commit.
  for (const position of [1, 2, 3, 4, 5, 6, 8]) {
    for (const uid of ['a', 'b', 'c']) {
      expect(await right(store.event({ tenantId: 'acme', uid, position }))).toEqual(
        foldedUpTo(log.slice(0, position), uid),
      )
    }
  }
  expect((await right(store.load('acme', 'event', 'a'))).version).toBe(3)
  expect(await listed(store, { position: 6 })).toEqual(['a', 'c'])
  expect(await listed(store)).toEqual(['a', 'c'])
  expect(await listed(store, { position: 4, time: 'AllDay' })).toEqual(['b'])
  expect(await listed(store, { listing: 'Cancelled', time: 'AllDay' })).toEqual(['b'])
  const [row] = await right(
    store.singles({
      ...{ tenantId: 'acme', userId: 'bob', position: 8, time: 'Timed', listing: 'Active' },
      ...{ answers: null, from: null, direction: 'Ascending', limit: 1 },
      window: { startFrom: 0, startTo: T0, endFrom: 0, endTo: T0 + HOUR, points: 0 },
    }),
  )
  expect(row?.event).toMatchObject({ title: '"revision":', recurrence: null, splitFrom: null })
  expect(await right(store.verify)).toEqual([])
})

test('a database of the first schema keeps its messages, commands and checkpoints', async () => {
  const store = storeOn(firstDatabase())
  expect(await right(store.position('mail', 'acme'))).toBe(5)
  const lease = { now: Number.MAX_SAFE_INTEGER - 1, until: Number.MAX_SAFE_INTEGER }
  const messages = await right(store.claim({ ...lease, limit: 100, token: 'x' }))
  expect(messages.map(({ uid, recipient }) => [uid, recipient])).toEqual(
    ['a', 'b', 'c'].flatMap((uid) => ['bob', 'cyd'].map((recipient) => [uid, recipient])),
  )
  const again = {
    ...{ tenantId: 'acme', commandId: 'command-6', fingerprint: 'f6', streams: [] },
    ...{ actor: { type: 'User' as const, userId: 'ann' }, causationId: null, correlationId: null },
  }
  expect(await right(store.append(again))).toMatchObject({ position: 8, replayed: true })
})

test('an event of the first schema becomes a series', async () => {
  const store = storeOn(firstDatabase())
  await happen(store, 'a', recurring('RRULE:FREQ=DAILY'), answered('bob', 'Declined'))
  await happen(store, 'a', occurrenceMoved(idOf(T0 + DAY), timed(T0 + 9 * DAY)))
  expect(await listed(store)).toEqual(['c'])
  expect(await listed(store, { position: 8 })).toEqual(['a', 'c'])
  expect(await alive(store, { userId: 'bob' })).toEqual(['a'])
  expect(await right(store.verify)).toEqual([])
})

test('an event of the third schema is given bots', async () => {
  const store = storeOn(databaseOf(3))
  expect(await right(store.verify)).toEqual([])
  const { promises } = createCalendar({ store })
  const asked = { tenantId: 'acme', actor: 'ann', meetingUrl: 'https://zoom.us/j/1' }
  const { bot } = await promises.scheduleBot({ ...asked, event: { uid: 'a', recurrenceId: null } })
  await promises.execute({ ...asked, type: 'CancelEvent', uid: 'a' })
  await expect(promises.getBot({ ...asked, botId: bot.botId })).rejects.toThrow('NotFound')
  expect(await right(store.verify)).toEqual([])
})
