import BetterSqlite3 from 'better-sqlite3'
import type { SeriesRow } from '@kalends/core'
import { closeWindow, overlapping } from '@kalends/core'
import { Kysely, SqliteDialect } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'
import { sqliteBuilder } from '../src/sql/connection.js'
import { compiled } from '../src/sql/template.js'
import { aliveInLane } from '../src/steps/alive-series.js'
import type { Happening } from './given.js'
import { costsOf } from './costs-of.js'
import {
  alive,
  answered,
  aStore,
  cancelled,
  create,
  createSeries,
  DAY,
  happen,
  HOUR,
  idOf,
  listed,
  notRecurring,
  occurrenceAnswered,
  occurrenceMoved,
  occurrenceRetitled,
  recurring,
  retitled,
  right,
  seriesQuery,
  storeOn,
  T0,
  temporaryFile,
  timed,
  uninvited,
} from './given.js'

const during = (from: number, to: number) => ({ window: closeWindow(overlapping(from, to)) })

const rowOf = async (store: ReturnType<typeof aStore>, userId = 'ann'): Promise<SeriesRow> => {
  const [row] = await right(store.series(seriesQuery({ userId })))
  if (row === undefined) throw new Error('no series')
  return row
}

describe('series', () => {
  test('stand apart from events that take place once', async () => {
    const store = aStore()
    await create(store, 'once')
    await createSeries(store, 'daily', {})
    expect([await listed(store), await alive(store)]).toEqual([['once'], ['daily']])
    await happen(store, 'once', recurring('RRULE:FREQ=WEEKLY'))
    await happen(store, 'daily', notRecurring)
    expect([await listed(store), await alive(store)]).toEqual([['daily'], ['once']])
    expect([await listed(store, { position: 3 }), await alive(store, { position: 3 })]).toEqual([
      ['once'],
      ['daily'],
    ])
  })

  test('are alive from their first occurrence to the end of their last', async () => {
    const store = aStore()
    await createSeries(store, 'endless', { time: timed(T0 - 9000 * DAY) })
    await createSeries(store, 'over', {
      lines: ['RRULE:FREQ=DAILY;COUNT=3'],
      time: timed(T0 - 3 * DAY - HOUR),
    })
    await createSeries(store, 'at-the-end', {
      lines: ['RRULE:FREQ=DAILY;COUNT=3'],
      time: timed(T0 - 2 * DAY - HOUR),
    })
    await createSeries(store, 'future', { time: timed(T0 + DAY) })
    await create(store, 'no-series', { time: timed(T0) })
    expect(await alive(store, during(T0 - 1, T0 + DAY))).toEqual(['at-the-end', 'endless'])
    expect(await alive(store, during(T0 + 1, T0 + DAY))).toEqual(['endless'])
    expect(await alive(store, during(T0 + 1, T0 + DAY + 1))).toEqual(['endless', 'future'])
  })

  test('of no length are alive where they end', async () => {
    const store = aStore()
    const lines = ['RRULE:FREQ=DAILY;COUNT=2']
    await createSeries(store, 'points', { lines, time: timed(T0, T0) })
    expect(await alive(store, during(T0 + DAY, T0 + 2 * DAY))).toEqual(['points'])
    expect(await alive(store, during(T0 + DAY + 1, T0 + 2 * DAY))).toEqual([])
  })

  test('are found where an occurrence was moved to', async () => {
    const store = aStore()
    await createSeries(store, 'a', { lines: ['RRULE:FREQ=DAILY;COUNT=2'] })
    const far = during(T0 + 900 * DAY, T0 + 901 * DAY)
    expect(await alive(store, far)).toEqual([])
    await happen(store, 'a', occurrenceMoved(idOf(T0 + DAY), timed(T0 + 900 * DAY)))
    expect(await alive(store, far)).toEqual(['a'])
    expect(await alive(store, { ...far, position: 2 })).toEqual([])
  })

  test('leave the lists of guests when they are cancelled', async () => {
    const store = aStore()
    await createSeries(store, 'a', {})
    await happen(store, 'a', cancelled)
    expect(await alive(store)).toEqual([])
    expect(await alive(store, { listing: 'Cancelled' })).toEqual(['a'])
    expect(await alive(store, { listing: 'Cancelled', userId: 'bob' })).toEqual([])
  })

  test('come with what was changed in them and what the viewer said', async () => {
    const store = aStore()
    await createSeries(store, 'a', {})
    const [first, second] = [idOf(T0), idOf(T0 + DAY)]
    await happen(store, 'a', occurrenceRetitled(second, 'Retro'))
    await happen(store, 'a', answered('bob', 'Accepted', 'yes'))
    await happen(store, 'a', occurrenceAnswered('bob', first, 'Declined'))
    const { state } = await right(store.load('acme', 'event', 'a'))
    const event = state.type === 'Scheduled' ? state.event : null
    const { participation, event: summary } = await rowOf(store, 'bob')
    expect(participation).toEqual(event?.participants.get('bob'))
    expect([...participation.occurrences.keys()]).toEqual([first])
    expect(summary.overrides).toEqual(new Map([[second, { title: 'Retro' }]]))
    expect(summary).toMatchObject({ uid: 'a', recurrence: ['RRULE:FREQ=DAILY'], splitFrom: null })
    const { position } = await right(store.head('acme'))
    expect(await right(store.event({ tenantId: 'acme', uid: 'a', position }))).toEqual(event)
    expect(await right(store.verify)).toEqual([])
  })

  test('as of a position are unchanged by later writes, and by pruning up to it', async () => {
    const file = temporaryFile()
    const store = storeOn(file)
    for (const uid of ['a', 'b', 'c', 'd']) await createSeries(store, uid, {})
    const { position } = await right(store.head('acme'))
    const reads = () =>
      Promise.all(
        ['ann', 'bob', 'cyd'].map((userId) =>
          right(store.series(seriesQuery({ userId, position }))),
        ),
      )
    const before = await reads()
    await happen(store, 'a', occurrenceMoved(idOf(T0), timed(T0 - 90 * DAY)))
    await happen(store, 'b', cancelled)
    await happen(store, 'c', uninvited('bob'), retitled('other'))
    await happen(store, 'd', occurrenceAnswered('bob', idOf(T0), 'Declined'))
    await right(store.series(seriesQuery({ userId: 'bob' })))
    expect(await reads()).toEqual(before)
    await right(store.prune('acme', position))
    expect(await reads()).toEqual(before)
    // One that remembers nothing of them.
    const other = storeOn(file)
    expect(await right(other.series(seriesQuery({ userId: 'bob', position })))).toEqual(before[1])
    await right(store.prune('acme', position + 1))
    const ended = await store.series(seriesQuery({ position }))()
    expect(ended).toMatchObject({ left: { type: 'StoreFailure' } })
  })
})

describe('a version of a series that is read again', () => {
  test('is the same object, whoever reads it, until it changes', async () => {
    const store = aStore()
    await createSeries(store, 'a', {})
    const first = await rowOf(store)
    expect(await rowOf(store)).toBe(first)
    expect((await rowOf(store, 'bob')).event).toBe(first.event)

    await happen(store, 'a', answered('bob', 'Accepted'))
    const afterAnswer = await rowOf(store, 'bob')
    expect([afterAnswer.event === first.event, afterAnswer.participation.status]).toEqual([
      true,
      'Accepted',
    ])

    await happen(store, 'a', retitled('other'))
    expect((await rowOf(store)).event.title).toBe('other')
    const [before] = await right(store.series(seriesQuery({ position: 3 })))
    expect(before?.event).toBe(first.event)
  })

  test('is read anew after a rebuild', async () => {
    const store = aStore()
    await createSeries(store, 'a', {})
    const before = await rowOf(store)
    await right(store.rebuild)
    const after = await rowOf(store)
    expect(after).toEqual(before)
    expect(after.event).not.toBe(before.event)
  })

  test('is never one that was undone', async () => {
    const database = new BetterSqlite3(temporaryFile())
    onTestFinished(() => void database.close())
    const { sqliteStore } = await import('@kalends/storage-sql/sqlite')
    const store = sqliteStore({ database })
    const host = new Kysely<object>({ dialect: new SqliteDialect({ database }) })
    const undone = host.transaction().execute(async (trx) => {
      const inside = store.within(trx)
      await createSeries(inside, 'a', { title: 'undone' })
      const [row] = await right(inside.series(seriesQuery()))
      expect(row?.event.title).toBe('undone')
      throw new Error('undo')
    })
    await expect(undone).rejects.toThrow('undo')
    await createSeries(store, 'a', { title: 'done' })
    expect((await rowOf(store)).event.title).toBe('done')
  })

  test('is read all the same when nothing may be remembered', async () => {
    const store = aStore({ memoryBytes: 0 })
    await createSeries(store, 'a', {})
    const first = await rowOf(store)
    expect(await rowOf(store)).toEqual(first)
    expect((await rowOf(store)).event).not.toBe(first.event)
  })
})

describe('the rows of a series', () => {
  const guests = Array.from({ length: 20 }, (_, index) => `guest-${index}`)

  const versionsOf = async (happened: Happening) => {
    const file = temporaryFile()
    const store = storeOn(file)
    await createSeries(store, 'a', { guests, lines: ['RRULE:FREQ=DAILY;COUNT=9'] })
    await happen(store, 'a', happened)
    const { position } = await right(store.head('acme'))
    const database = new BetterSqlite3(file, { readonly: true })
    onTestFinished(() => void database.close())
    const count = (table: string) =>
      database
        .prepare(`select count(*) from kalends_${table} where valid_from = ?`)
        .pluck()
        .get(position)
    expect(await right(store.verify)).toEqual([])
    return { event: count('event'), participations: count('participation') }
  }
  const [first, second] = [idOf(T0), idOf(T0 + DAY)]

  test('of one participant only are versioned by an answer to an occurrence', async () => {
    expect(await versionsOf(occurrenceAnswered('guest-1', second, 'Accepted'))).toEqual({
      event: 0,
      participations: 1,
    })
  })

  test.each([
    ['a title of an occurrence', occurrenceRetitled(second, 'Retro')],
    ['a move within the bounds', occurrenceMoved(second, timed(T0 + 3 * DAY))],
    ['the same recurrence in other words', recurring('RRULE:COUNT=9;FREQ=DAILY')],
  ])('of the event only are versioned by %s', async (_, happened) => {
    expect(await versionsOf(happened)).toEqual({ event: 1, participations: 0 })
  })

  test.each([
    ['a move beyond the bounds', occurrenceMoved(first, timed(T0 - DAY))],
    ['a cancellation', cancelled],
    ['another recurrence', recurring('RRULE:FREQ=DAILY')],
    ['the end of recurring', notRecurring],
  ])('of all are versioned by %s', async (_, happened) => {
    expect(await versionsOf(happened)).toEqual({ event: 1, participations: 21 })
  })
})

test('the plan of a look for series: one range of one index, and the keys of another', async () => {
  const file = temporaryFile()
  const store = storeOn(file)
  for (let index = 0; index < 50; index += 1) await createSeries(store, `s${index}`, {})
  const database = new BetterSqlite3(file, { readonly: true })
  onTestFinished(() => void database.close())
  const { sql } = compiled(sqliteBuilder, aliveInLane)
  const plan = database
    .prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
    .all(...Array.from({ length: sql.split('?').length - 1 }, () => 1))
    .map(({ detail }) => detail)
  expect(plan).toEqual([
    'SEARCH row USING COVERING INDEX kalends_participation_by_lane (tenant_id=? AND user_id=? AND lane=? AND start_ms>? AND start_ms<?)',
    expect.stringMatching(/^CORRELATED SCALAR SUBQUERY/),
    'SEARCH event USING COVERING INDEX sqlite_autoindex_kalends_event_1 (tenant_id=? AND uid=? AND valid_from<?)',
  ])
})

test('series that are over cost nothing', async () => {
  const store = aStore()
  const some = (count: number, make: (index: number) => Promise<unknown>) =>
    Promise.all(Array.from({ length: count }, (_, index) => make(index)))
  for (const user of ['sue', 'mia']) {
    await some(100, (index) =>
      createSeries(store, `${user}-${index}`, { organizer: user, guests: [] }),
    )
  }
  await some(5000, (index) =>
    createSeries(store, `over-${index}`, {
      organizer: 'mia',
      guests: [],
      lines: ['RRULE:FREQ=WEEKLY;COUNT=10'],
      time: timed(T0 - (1000 + index) * DAY),
    }),
  )
  const asks = (userId: string) => async () =>
    expect(await alive(store, { userId, ...during(T0, T0 + 7 * DAY) })).toHaveLength(100)
  const [few, many] = await costsOf(asks('sue'), asks('mia'))
  expect(many).toBeLessThan(2 * few + 0.2)
}, 60_000)
