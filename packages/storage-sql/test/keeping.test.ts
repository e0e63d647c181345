import BetterSqlite3 from 'better-sqlite3'
import { appendFileSync, readFileSync } from 'node:fs'
import type { DomainEvent, Recorded } from '@kalends/core'
import { migrations } from '../src/schema/migrations.js'
import { openSqliteStore, tryOpenSqliteStore } from '@kalends/storage-sql/sqlite'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, onTestFinished, test } from 'vitest'
import {
  answered,
  ANY,
  appending,
  aStore,
  cancelled,
  create,
  created,
  createSeries,
  DAY,
  happen,
  idOf,
  left,
  listed,
  moved,
  occurrenceRetitled,
  on,
  retitled,
  right,
  storeOn,
  T0,
  temporaryFile,
  timed,
  uninvited,
} from './given.js'

const openRaw = (file: string) => {
  const database = new BetterSqlite3(file)
  onTestFinished(() => void database.close())
  return database
}

describe('the log', () => {
  test.each(['update kalends_log set type = 1', 'delete from kalends_log'])(
    'refuses %s',
    async (statement) => {
      const file = temporaryFile()
      await create(storeOn(file), 'a')
      expect(() => openRaw(file).exec(statement)).toThrow('the log is never')
    },
  )

  test('gives back any text and a body of one mebibyte, letter by letter', async () => {
    const file = temporaryFile()
    const store = openSqliteStore({ file })
    const texts = [
      'ÅßçĐé',
      '日本語',
      '👩‍👩‍👧‍👦🏳️‍🌈',
      'a\u0000b',
      '\u202Eabc',
      '\\"\'; drop table x;--',
      '\uD800',
    ]
    for (const [index, title] of texts.entries()) {
      await create(store, `e${index}`, { title, guests: [`id-${title.toWellFormed()}`] })
    }
    const content = 'é☃👍x'.repeat((1024 * 1024) / 10)
    await create(store, 'long', { content })
    const before = await right(store.readLog({ tenantId: 'acme', after: 0, limit: 100 }))
    await store.close()
    const again = storeOn(file)
    const after = await right(again.readLog({ tenantId: 'acme', after: 0, limit: 100 }))
    expect(after).toEqual(before)
    const titles = (log: readonly Recorded[]) =>
      log.flatMap(({ happened }) => (happened.type === 'Created' ? [happened.title] : []))
    expect(titles(after).slice(0, -1)).toEqual(texts)
    const { state } = await right(again.load('acme', 'event', 'long'))
    expect(state.type === 'Scheduled' && state.event.body?.content === content).toBe(true)
    expect(await right(again.verify)).toEqual([])
  })

  test('refuses keys that the database would change', async () => {
    const store = aStore()
    const failure = await left(store.append(appending([on('\uD800', ANY, created('a'))])))
    expect(failure.type).toBe('StoreFailure')
  })

  test('says which entry it cannot read', async () => {
    const file = temporaryFile()
    const store = storeOn(file)
    await create(store, 'a')
    const database = openRaw(file)
    database.exec('drop trigger kalends_log_is_never_changed')
    database.exec('update kalends_log set schema_version = 99')
    const { reason } = await left(store.readLog({ tenantId: 'acme', after: 0, limit: 1 }))
    expect(reason).toBe(
      'cannot read version 1 of stream event/a of tenant acme: Created, schema 99',
    )
  })

  test('finds the last position recorded at or before a time', async () => {
    let now = 0
    const store = aStore({ clock: { now: () => now } })
    const stamps = [10, 10, 20, 30, 30, 30, 40]
    for (const [index, at] of stamps.entries()) {
      now = at
      await create(store, `e${index}`)
    }
    for (let at = 5; at <= 45; at += 5) {
      const expected = stamps.filter((stamp) => stamp <= at).length
      expect(await right(store.positionAt('acme', at))).toBe(expected)
    }
    expect(await right(store.positionAt('nobody', 10))).toBe(0)
  })
})

describe('a file', () => {
  test('gives, opened again, what was appended before', async () => {
    const file = temporaryFile()
    const first = openSqliteStore({ file, snapshotEvery: 5 })
    await create(first, 'a')
    for (let index = 0; index < 23; index += 1) await happen(first, 'a', retitled(`${index}`))
    const before = await right(first.load('acme', 'event', 'a'))
    await first.close()
    const again = storeOn(file, { snapshotEvery: 5 })
    expect(await right(again.load('acme', 'event', 'a'))).toEqual(before)
    expect((await happen(again, 'a', retitled('x'))).events[0]?.version).toBe(25)
    expect(await right(again.verify)).toEqual([])
  })

  test('folds a long stream from its snapshot, and without it all the same', async () => {
    const file = temporaryFile()
    const store = storeOn(file, { snapshotEvery: 5 })
    await create(store, 'a')
    for (let index = 0; index < 12; index += 1)
      await happen(store, 'a', answered('bob', 'Accepted', `${index}`))
    const expected = await right(store.load('acme', 'event', 'a'))
    const database = openRaw(file)
    expect(database.prepare('select version from kalends_snapshot').pluck().all()).toEqual([10])
    for (const change of [
      'select 1',
      "update kalends_snapshot set state = '{'",
      'update kalends_snapshot set snapshot_version = 99',
    ]) {
      database.exec(change)
      expect(await right(storeOn(file).load('acme', 'event', 'a'))).toEqual(expected)
    }
    database.exec('update kalends_snapshot set snapshot_version = 3, state = \'{"type":"Absent"}\'')
    expect((await right(storeOn(file).load('acme', 'event', 'a'))).state.type).toBe('Absent')
  })

  test('shows one store what another appended', async () => {
    const file = temporaryFile()
    const [one, two] = [storeOn(file), storeOn(file)]
    await create(one, 'a')
    await happen(two, 'a', retitled('two'))
    await happen(one, 'a', answered('bob', 'Accepted'))
    for (const store of [one, two]) {
      const { state, version } = await right(store.load('acme', 'event', 'a'))
      expect(version).toBe(3)
      expect(state.type === 'Scheduled' && state.event.title).toBe('two')
    }
  })

  test('of a later schema is refused', async () => {
    const file = temporaryFile()
    await openSqliteStore({ file }).close()
    openRaw(file).exec("insert into kalends_schema values (99, 'later', 0)")
    expect(tryOpenSqliteStore({ file })).toEqual(
      E.left({ type: 'NewerSchema', found: 99, known: migrations.length }),
    )
    expect(() => openSqliteStore({ file })).toThrow('version 99')
  })

  test('that is no database is refused', () => {
    const file = temporaryFile()
    appendFileSync(
      file,
      'not a database, and longer than a header is, so that it is looked at'.repeat(9),
    )
    const opened = tryOpenSqliteStore({ file })
    expect(opened).toMatchObject({
      left: { type: 'StoreFailure', reason: expect.stringMatching(/^SQLITE_NOTADB/) as string },
    })
    expect(readFileSync(file, 'utf8')).toMatch(/^not a database/)
  })

  test('is written with synchronous=FULL in WAL', async () => {
    const file = temporaryFile()
    const database = new BetterSqlite3(file)
    const { sqliteStore } = await import('@kalends/storage-sql/sqlite')
    sqliteStore({ database })
    expect(database.pragma('synchronous', { simple: true })).toBe(2)
    expect(database.pragma('journal_mode', { simple: true })).toBe('wal')
    database.close()
  })

  test('once closed gives failures, and loses nothing that was asked before', async () => {
    const file = temporaryFile()
    const store = openSqliteStore({ file })
    const asked = Promise.all(['a', 'b', 'c'].map((uid) => create(store, uid)))
    await store.close()
    await asked
    expect((await left(store.head('acme'))).type).toBe('StoreFailure')
    expect((await left(store.append(appending([on('d', ANY, created('d'))])))).type).toBe(
      'StoreFailure',
    )
    expect(await listed(storeOn(file))).toEqual(['a', 'b', 'c'])
  })
})

const busy = async (store: ReturnType<typeof aStore>) => {
  for (const uid of ['a', 'b', 'c', 'd']) await create(store, uid)
  await happen(store, 'a', answered('bob', 'Accepted', 'yes'), retitled('x'))
  await happen(store, 'b', moved(timed(T0 + DAY)), uninvited('cyd'))
  await happen(store, 'c', cancelled)
  await happen(store, 'a', uninvited('bob'))
  await happen(store, 'd', answered('cyd', 'Declined'))
  await happen(store, 'd', answered('cyd', 'Tentative'))
}

const projections = (file: string) => {
  const database = openRaw(file)
  return ['event', 'participation', 'lane', 'stream'].map((table) =>
    database
      .prepare(
        `select * from kalends_${table} order by ${table === 'participation' ? '1, 2, 3, 4, 5' : '1, 2, 3'}`,
      )
      .all(),
  )
}

describe('rebuild and verify', () => {
  test('rebuild gives the very row versions that were written', async () => {
    const file = temporaryFile()
    const store = storeOn(file)
    await busy(store)
    const before = projections(file)
    await right(store.rebuild)
    expect(projections(file)).toEqual(before)
    await right(store.prune('acme', 7))
    const pruned = projections(file)
    expect(pruned[1]?.length).toBeLessThan(before[1]?.length ?? 0)
    await right(store.rebuild)
    expect(projections(file)).toEqual(pruned)
    expect(await right(store.verify)).toEqual([])
    await happen(store, 'd', retitled('still at work'))
  })

  test.each([
    [
      "update kalends_participation set status = 'Declined' where rowid_ = 1",
      'kalends_participation',
    ],
    ["update kalends_event set summary = '{}' where uid = 'a'", 'kalends_event'],
    ["delete from kalends_participation where uid = 'd'", 'kalends_participation'],
    ['delete from kalends_lane', 'kalends_lane'],
    ['update kalends_stream set version = 9', 'kalends_stream'],
    ['update kalends_tenant set position = 99', 'kalends_log'],
    ['update kalends_tenant set recorded_at = 1', 'kalends_log'],
    [
      'drop trigger kalends_log_is_never_deleted; delete from kalends_log where position = 4',
      'kalends_log',
    ],
  ])('verify finds: %s', async (statement, table) => {
    const file = temporaryFile()
    const store = storeOn(file)
    await busy(store)
    const database = openRaw(file)
    database.exec(statement.replace('rowid_ = 1', "user_id = 'ann'"))
    const found = await right(store.verify)
    expect(found.map((each) => each.table)).toContain(table)
  })
})

describe('prune', () => {
  test('ends reads before it, keeps those after it, and never goes back', async () => {
    const store = aStore()
    await create(store, 'a')
    await happen(store, 'a', retitled('two'))
    await happen(store, 'a', retitled('three'), answered('bob', 'Accepted'))
    await right(store.prune('acme', 2))
    await right(store.prune('acme', 1))
    expect(await right(store.head('acme'))).toEqual({ position: 4, readableFrom: 2 })
    const at = (position: number) => store.event({ tenantId: 'acme', uid: 'a', position })
    expect((await right(at(2)))?.title).toBe('two')
    expect((await right(at(3)))?.title).toBe('two')
    expect((await right(at(4)))?.title).toBe('three')
    expect((await left(at(1))).reason).toContain('pruned')
    await right(store.prune('acme', 1000))
    expect(await right(store.head('acme'))).toEqual({ position: 4, readableFrom: 4 })
  })

  test('deletes thousands of row versions in pieces', async () => {
    const file = temporaryFile()
    const store = storeOn(file)
    await create(store, 'a')
    await Promise.all(
      Array.from({ length: 3500 }, (_, index) => happen(store, 'a', retitled(`${index}`))),
    )
    const { position } = await right(store.head('acme'))
    await right(store.prune('acme', position))
    const database = openRaw(file)
    expect(database.prepare('select count(*) from kalends_event').pluck().get()).toBe(1)
  })
})

describe('checkpoints', () => {
  test('begin at 0 and never go back, each tenant and consumer its own', async () => {
    const store = aStore()
    expect(await right(store.position('mail', 'acme'))).toBe(0)
    for (const position of [5, 3]) await right(store.advance('mail', 'acme', position))
    expect(await right(store.position('mail', 'acme'))).toBe(5)
    expect(await right(store.position('mail', 'other'))).toBe(0)
    expect(await right(store.position('other', 'acme'))).toBe(0)
  })
})

describe('the outbox', () => {
  const claim = (token: string, now: number, limit = 10) => ({
    now,
    until: now + 100,
    limit,
    token,
  })

  test('holds the messages of an append, and of no refused one', async () => {
    const store = aStore({ clock: { now: () => 1000 } })
    await create(store, 'a')
    await store.append(appending([on('b', ANY, created('b')), on('c', { type: 'Exists' })]))()
    expect(await right(store.claim(claim('x', 999)))).toEqual([])
    const messages = await right(store.claim(claim('x', 1000)))
    expect(messages.map(({ uid, recipient, kind }) => [uid, recipient, kind])).toEqual([
      ['a', 'bob', 'Invitation'],
      ['a', 'cyd', 'Invitation'],
    ])
  })

  test('says which occurrence a message is about', async () => {
    const store = aStore({ clock: { now: () => 1000 } })
    await createSeries(store, 'a', { guests: ['bob'] })
    const recurrenceId = idOf(T0 + DAY)
    const happened = occurrenceRetitled(recurrenceId, 'Retro')
    await happen(store, 'a', (state) => ({ ...happened(state), silent: false }) as DomainEvent)
    const messages = await right(store.claim(claim('x', 1000)))
    expect(messages.map((message) => [message.kind, message.recurrenceId])).toEqual([
      ['Invitation', null],
      ['Update', '20270309T090000Z'],
    ])
  })

  test('gives a message to one runner at a time, oldest first, until its lease ends', async () => {
    const store = aStore({ clock: { now: () => 1000 } })
    for (const uid of ['a', 'b']) await create(store, uid, { guests: ['bob'] })
    const uids = async (token: string, now: number, limit?: number) =>
      (await right(store.claim(claim(token, now, limit)))).map(({ uid }) => uid)
    expect(await uids('x', 1000, 1)).toEqual(['a'])
    expect(await uids('y', 1000)).toEqual(['b'])
    expect(await uids('z', 1099)).toEqual([])
    expect(await right(store.nextDue)).toBe(1100)
    expect(await uids('z', 1100)).toEqual(['a', 'b'])
  })

  test('settles only for who holds the lease', async () => {
    const store = aStore({ clock: { now: () => 1000 } })
    await create(store, 'a', { guests: ['bob'] })
    const take = async (token: string, now: number) => {
      const [message] = await right(store.claim(claim(token, now)))
      if (message === undefined) throw new Error('nothing due')
      return message
    }
    const first = await take('x', 1000)
    expect(first.attempts).toBe(0)
    await take('y', 1100)
    await right(store.settle(first, 'x', { type: 'Delivered' }))
    expect(await right(store.nextDue)).toBe(1200)
    await right(store.settle(first, 'y', { type: 'Failed', dueAt: 5000, reason: 'busy' }))
    expect(await right(store.nextDue)).toBe(5000)
    const again = await take('z', 5000)
    expect(again.attempts).toBe(1)
    await right(store.settle(again, 'z', { type: 'Dead', reason: 'gone' }))
    expect(await right(store.nextDue)).toBeNull()
    expect(await right(store.claim(claim('z', 9_000_000)))).toEqual([])
  })
})
