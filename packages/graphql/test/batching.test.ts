/* eslint-disable @typescript-eslint/no-unsafe-member-access -- the wire: tests say what they expect of it */
import type { Fact } from '@kalends/core'
import { createCalendar } from '@kalends/core'
import { memoryStore } from '@kalends/storage-memory'
import { sqliteStore } from '@kalends/storage-sql/sqlite'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { calendarBookmarks } from '../src/index.js'
import type { Backend, World } from './harness.js'
import { at, create, directory, serve } from './harness.js'

/** Writes down what is asked of a store: the calls of its functions, and in SQLite each statement that they run. */
interface Counting {
  readonly open: Backend['open']
  readonly asked: string[]
}

const countingMemory = (): Counting => {
  const asked: string[] = []
  const open: Backend['open'] = (clock) => {
    const store = new Proxy(memoryStore({ clock }), {
      get: (target, name, receiver) => {
        const member: unknown = Reflect.get(target, name, receiver)
        if (typeof member !== 'function') return member
        return (...args: readonly unknown[]): unknown => {
          asked.push(String(name))
          return Reflect.apply(member, target, args)
        }
      },
    })
    return { store, close: () => Promise.resolve() }
  }
  return { open, asked }
}

const countingSqlite = (): Counting => {
  const asked: string[] = []
  const verbose = (sql: unknown) => asked.push(String(sql).slice(0, 60))
  const open: Backend['open'] = (clock) => {
    const database = new Database(':memory:', { verbose })
    const store = sqliteStore({ database, clock })
    return {
      store,
      close: async () => {
        await store.close()
        database.close()
      },
    }
  }
  return { open, asked }
}

/** The facade over a store whose calendar keeps the bookmarks too. */
const served = ({ open, asked }: Counting) => {
  const opened = open({ now: () => Date.UTC(2027, 2, 8, 9) })
  const bookmarks = calendarBookmarks(createCalendar({ store: opened.store, directory }))
  return { ...serve({ name: 'counting', open: () => opened }, { bookmarks }), asked }
}

const QUERY = `query Q($n: Int!, $type: CalendarEventType) {
  getCalendarEvents(fromDate: "2027-03-08T00:00:00Z", first: $n, type: $type) {
    edges { node { id type isBookmarked organizer { name } ctas { action label } participants(first: 10) { edges { node { user { name email } rsvp } } } } }
  }
}`

const meetings = async (world: World) => {
  for (let index = 0; index < 60; index += 1) {
    await create(world, { uid: `m${index}`, guests: ['bob', `g${index}`] })
  }
  await world.ask('mutation { toggleBookmark(input: { eventId: "m7" }) { __typename } }')
}

const series = async (world: World) => {
  const recurrence = ['RRULE:FREQ=DAILY;COUNT=60']
  for (const uid of ['s1', 's2', 's3']) await create(world, { uid, recurrence, guests: ['bob'] })
}

/** Spots of one training, some of them taken, and sessions. */
const live = async ({ calendar }: World) => {
  const times = (index: number) => ({
    start: at(10 + Math.floor(index / 60), index % 60),
    end: at(13),
  })
  const spots = Array.from({ length: 100 }, (_, index) => {
    return { spotId: `s${index}`, ...times(index), capacity: 2 }
  })
  const facts: readonly Fact[] = [
    { type: 'TrainingStarted', id: 'f1', trainingId: 't', learnerId: 'ann' },
    { type: 'TrainingStarted', id: 'f2', trainingId: 't', learnerId: 'bob' },
    {
      ...{ type: 'BucketPublished', id: 'f3', bucketId: 'b', trainingId: 't', title: 'Coaching' },
      spots,
    },
    ...spots.slice(0, 20).map(({ spotId, capacity: _, ...rest }): Fact => {
      const session = { liveSessionId: spotId, title: 'Welcome', learners: ['ann', 'bob'] }
      return { type: 'LiveSessionScheduled', id: `l${spotId}`, ...session, ...rest }
    }),
  ]
  for (const fact of facts) await calendar.promises.ingest({ tenantId: 'demo', fact })
  for (const spotId of ['s1', 's2', 's99']) {
    await calendar.promises.register({ tenantId: 'demo', actor: 'ann', bucketId: 'b', spotId })
  }
}

const all = async (world: World) => {
  for (const fill of [meetings, series, live]) await fill(world)
}

test.each([
  ['series', 'SQLite', series, countingSqlite],
  ['live sessions and spots', 'memory', live, countingMemory],
  ['meetings, series, live sessions and spots', 'SQLite', all, countingSqlite],
])(
  'a page of 100 with participants, actions and bookmarks asks as much of the store as one of 10: %s, %s',
  async (_kind, _store, fill, counting) => {
    const world = served(counting())
    await fill(world)
    const askedFor = async (n: number) => {
      world.asked.length = 0
      const got = await world.ask(QUERY, { variables: { n } })
      expect(got.errors).toBeNull()
      expect(got.data.getCalendarEvents.edges).toHaveLength(n)
      return world.asked.toSorted()
    }
    await askedFor(100) // what is read once for many requests is read now
    const ten = await askedFor(10)
    expect(await askedFor(100)).toEqual(ten)
    expect(ten.length).toBeGreaterThan(0)
    expect(ten.length).toBeLessThanOrEqual(MOST)
    await world.close()
  },
)

/** What a page may ask, however large it is and whatever is on it. */
const MOST = 20

test('O-17: totalCount is computed only when it is asked for', async () => {
  const world = served(countingMemory())
  for (const uid of ['a', 'b', 'c']) await create(world, { uid })
  const askedFor = async (fields: string) => {
    world.asked.length = 0
    const got = await world.ask(
      `{ getCalendarEvents(fromDate: "${at(0)}", first: 1) { ${fields} edges { node { id } } } }`,
    )
    expect(got.errors).toBeNull()
    return world.asked.filter((name) => name === 'singles' || name === 'series').length
  }
  const without = await askedFor('')
  expect(await askedFor('totalCount')).toBe(2 * without)
})
