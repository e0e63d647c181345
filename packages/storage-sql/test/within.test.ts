import BetterSqlite3 from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import type { Generated } from 'kysely'
import { Kysely, SqliteDialect } from 'kysely'
import type { HostTransaction } from '@kalends/storage-sql/sqlite'
import { sqliteStore } from '@kalends/storage-sql/sqlite'
import { describe, expect, onTestFinished, test } from 'vitest'
import {
  answered,
  appending,
  create,
  created,
  EXISTS,
  happen,
  left,
  listed,
  listing,
  NONE,
  on,
  right,
  storeOn,
  temporaryFile,
} from './given.js'

interface Host {
  readonly booking: { readonly id: Generated<number>; readonly room: string }
}

const hostOn = (database: BetterSqlite3.Database) => {
  database.exec('create table if not exists booking (id integer primary key, room text not null)')
  const db = new Kysely<Host>({ dialect: new SqliteDialect({ database }) })
  onTestFinished(() => db.destroy())
  return db
}

const rooms = async (db: Kysely<Host>) =>
  (await db.selectFrom('booking').select('room').execute()).map(({ room }) => room)

describe.each(['one connection', 'a connection of the host’s own'])('within, on %s', (which) => {
  const given = () => {
    const file = temporaryFile()
    const database = new BetterSqlite3(file)
    const host = hostOn(database)
    const store = which === 'one connection' ? sqliteStore({ database }) : storeOn(file)
    return { store, host }
  }

  test('an append and the host’s rows are committed together', async () => {
    const { store, host } = given()
    await create(store, 'before')
    await host.transaction().execute(async (trx) => {
      await trx.insertInto('booking').values({ room: 'blue' }).execute()
      const inside = store.within(trx)
      await create(inside, 'a')
      await happen(inside, 'a', answered('bob', 'Accepted'))
      expect((await right(inside.load('acme', 'event', 'a'))).version).toBe(2)
      expect(await listed(inside)).toEqual(['a', 'before'])
    })
    expect(await rooms(host)).toEqual(['blue'])
    expect((await happen(store, 'a', answered('cyd', 'Declined'))).position).toBe(4)
    expect(await listed(store)).toEqual(['a', 'before'])
    expect(await right(store.verify)).toEqual([])
  })

  test('an append is undone with the host’s rows, and not remembered', async () => {
    const { store, host } = given()
    await create(store, 'a')
    await expect(
      host.transaction().execute(async (trx) => {
        await trx.insertInto('booking').values({ room: 'blue' }).execute()
        await happen(store.within(trx), 'a', answered('bob', 'Accepted'))
        throw new Error('no card')
      }),
    ).rejects.toThrow('no card')
    expect(await rooms(host)).toEqual([])
    const { events } = await happen(store, 'a', answered('bob', 'Declined'))
    expect(events.map(({ version, position }) => [version, position])).toEqual([[2, 2]])
    expect(await right(store.verify)).toEqual([])
  })

  test('a refused append leaves nothing in a transaction that goes on', async () => {
    const { store, host } = given()
    await host.transaction().execute(async (trx) => {
      const inside = store.within(trx)
      const streams = [on('a', NONE, created('a')), on('b', EXISTS)]
      expect((await left(inside.append(appending(streams)))).type).toBe('VersionConflict')
      const broken = { ...on('a', NONE), decide: () => E.right([{ eventId: 'x', happened: {} }]) }
      expect((await left(inside.append(appending([broken as never])))).type).toBe('StoreFailure')
      await trx.insertInto('booking').values({ room: 'red' }).execute()
    })
    expect(await rooms(host)).toEqual(['red'])
    expect((await right(store.head('acme'))).position).toBe(0)
    expect(await right(store.verify)).toEqual([])
  })

  test('appends at once in one transaction do not undo each other', async () => {
    const { store, host } = given()
    await host.transaction().execute(async (trx) => {
      const results = await Promise.all([
        store.within(trx).append(appending([on('a', NONE, created('a'))]))(),
        store.within(trx).append(appending([on('b', EXISTS)]))(),
        store.within(trx).append(appending([on('c', NONE, created('c'))]))(),
      ])
      expect(results.map(({ _tag }) => _tag)).toEqual(['Right', 'Left', 'Right'])
    })
    expect(await listed(store)).toEqual(['a', 'c'])
    expect(await right(store.verify)).toEqual([])
  })

  test('the store itself waits for the host’s transaction, and sees nothing of it', async () => {
    const { store, host } = given()
    const order: string[] = []
    const begun = Promise.withResolvers<null>()
    const transaction = host.transaction().execute(async (trx) => {
      await create(store.within(trx), 'inside')
      begun.resolve(null)
      await new Promise((resolve) => setTimeout(resolve, 60))
      order.push('host')
    })
    await begun.promise
    const outside = create(store, 'outside').then(({ position }) => {
      order.push('outside')
      return position
    })
    const seen = right(store.singles(listing())).then((rows) => {
      order.push(`saw ${rows.length}`)
    })
    await transaction
    await seen
    expect(await outside).toBe(2)
    // On a connection of its own the store sees at once what is committed; else it waits to.
    expect(order.filter((each) => each !== 'outside')).toEqual(
      which === 'one connection'
        ? ['host', expect.stringMatching(/^saw [12]$/)]
        : ['saw 0', 'host'],
    )
    expect(order.indexOf('outside')).toBeGreaterThan(order.indexOf('host'))
  })
})

test('an append within decides on nothing that another connection can still change', async () => {
  const file = temporaryFile()
  const store = storeOn(file)
  await create(store, 'a')
  const host = hostOn(new BetterSqlite3(file))
  const others: Promise<unknown>[] = []
  await host.transaction().execute(async (trx) => {
    const slow: HostTransaction = {
      isTransaction: true,
      executeQuery: async (query) => {
        const result = await trx.executeQuery(query)
        others.push(happen(store, 'a', answered('cyd', 'Accepted', `${others.length}`)))
        await new Promise((resolve) => setTimeout(resolve, 5))
        return result
      },
    }
    await happen(store.within(slow), 'a', answered('bob', 'Accepted'))
  })
  await Promise.all(others)
  expect((await right(store.load('acme', 'event', 'a'))).version).toBe(others.length + 2)
  expect(await right(store.verify)).toEqual([])
})

test('a store on the host’s connection leaves it open', async () => {
  const database = new BetterSqlite3(temporaryFile())
  await sqliteStore({ database }).close()
  expect(database.open).toBe(true)
  database.close()
})

test('a write gives up when another connection keeps the lock', async () => {
  const file = temporaryFile()
  const store = storeOn(file, { busyTimeoutMs: 50 })
  const other = new BetterSqlite3(file)
  other.exec('begin immediate')
  const failure = await left(store.append(appending([on('a', NONE, created('a'))])))
  expect(failure).toEqual({ type: 'StoreFailure', reason: 'SQLITE_BUSY: database is locked' })
  other.exec('rollback')
  other.close()
  await create(store, 'a')
  expect(await listed(store)).toEqual(['a'])
})
