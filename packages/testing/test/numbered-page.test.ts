import assert from 'node:assert/strict'
import type { CalendarService, EventQueries, EventStore, Occurrence } from '@kalends/core'
import { createCalendar, primaryCalendarId, TimeZoneId } from '@kalends/core'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { OpenStore } from '../src/index.js'
import { memory, sqlite } from './stores.js'

type Store = EventStore & EventQueries

const HOUR = 3_600_000
const DAY = 24 * HOUR
const T0 = Date.UTC(2027, 2, 8)
const viewer = { tenantId: 'acme', userId: 'ann' }
const asked = { tenantId: 'acme', actor: 'ann' }
const zone = fc.constantFrom('UTC', 'America/New_York', 'Pacific/Kiritimati')

const stampOf = (hours: number) => new Date(T0 + hours * HOUR).toISOString()
const dateOf = (hours: number) => stampOf(hours).slice(0, 10)
const spellingOf = (hours: number) => stampOf(hours).replace('.000', '').replaceAll(/[-:]/g, '')

const drawnEvent = fc.record({
  at: fc.integer({ min: 0, max: 24 * 6 }).map((hours) => hours - (hours % 3)),
  lasts: fc.constantFrom(0, 1, 3, 30),
  allDay: fc.boolean(),
  count: fc.constantFrom(null, null, null, 1, 3, 6),
  then: fc.constantFrom('Stays', 'Stays', 'Cancelled', 'Retitled', 'Moved', 'OneCancelled'),
})
type Drawn = typeof drawnEvent extends fc.Arbitrary<infer A> ? A : never

const question = fc.record({
  events: fc.array(drawnEvent, { maxLength: 14 }),
  from: fc.integer({ min: -24, max: 24 * 7 }).map((hours) => hours - (hours % 3)),
  lasts: fc.constantFrom(0, 6, 48, 24 * 14),
  direction: fc.constantFrom('Ascending' as const, 'Descending' as const),
  rows: fc.constantFrom('Series' as const, 'Occurrences' as const),
  size: fc.integer({ min: 1, max: 7 }),
  zone,
})
type Question = typeof question extends fc.Arbitrary<infer A> ? A : never

const slotOf = ({ at, lasts, allDay }: Drawn) =>
  allDay
    ? { start: dateOf(at), end: dateOf(at + 24 + lasts), allDay }
    : { start: stampOf(at), end: stampOf(at + lasts) }

const make = async ({ promises }: CalendarService, drawn: Drawn, index: number) => {
  const { count, then, allDay, at } = drawn
  const event = { ...asked, uid: `e${index}` }
  await promises.execute({
    ...event,
    type: 'CreateEvent',
    title: 'x',
    timeSlot: slotOf(drawn),
    ...(count === null ? {} : { recurrence: [`RRULE:FREQ=DAILY;COUNT=${count}`] }),
  })
  if (then === 'Cancelled') await promises.execute({ ...event, type: 'CancelEvent' })
  if (count === null || then === 'Stays' || then === 'Cancelled') return
  const last = at + 24 * (count - 1)
  const recurrenceId = allDay ? dateOf(last).replaceAll('-', '') : spellingOf(last)
  if (then === 'OneCancelled') {
    await promises.execute({ ...event, type: 'CancelOccurrence', recurrenceId })
    return
  }
  const changes =
    then === 'Retitled' ? { title: 'y' } : { timeSlot: slotOf({ ...drawn, at: last - 24 * 2 }) }
  await promises.execute({ ...event, type: 'PatchOccurrence', recurrenceId, changes })
}

const nameOf = (uid: string, recurrenceId: string | null, start: number) =>
  `${start} ${uid} ${recurrenceId ?? ''}`

/** By the other listing, which has all of it but in two parts. */
const expected = async ({ promises }: CalendarService, { rows, ...asking }: Question) => {
  const list = (listing: 'Active' | 'Cancelled') =>
    promises.list({ viewer, filter: { ...filterOf(asking), listing }, limit: 1000 })
  const [active, cancelled] = [await list('Active'), await list('Cancelled')]
  const all = [...active.items, ...cancelled.items]
  const named =
    rows === 'Occurrences'
      ? all.map((each) => [each, each.recurrenceId] as const)
      : await onceEach(promises, all)
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  const sorted = named
    .map(([{ start, uid }, id]) => ({ start, uid, id: id ?? '' }))
    .sort((a, b) => a.start - b.start || order(a.uid, b.uid) || order(a.id, b.id))
    .map(({ start, uid, id }) => nameOf(uid, id, start))
  return asking.direction === 'Ascending' ? sorted : sorted.toReversed()
}

const onceEach = async (promises: CalendarService['promises'], all: readonly Occurrence[]) => {
  const rows: (readonly [Occurrence, string | null])[] = []
  for (const [uid, own] of Map.groupBy(all, (each) => each.uid)) {
    const { overrides, recurrence, status } = await promises.get({ viewer, uid })
    if (recurrence === null) rows.push(...own.map((each) => [each, null] as const))
    else {
      const standing = own.filter(
        ({ event }) => status === 'Cancelled' || event.status !== 'Cancelled',
      )
      const [first] = standing.toSorted((a, b) => a.start - b.start)
      if (first !== undefined) rows.push([first, null])
      const changed = own.filter(
        (each) => each.recurrenceId !== null && overrides.has(each.recurrenceId),
      )
      rows.push(...changed.map((each) => [each, each.recurrenceId] as const))
    }
  }
  return rows
}

const windowOf = ({ from, lasts }: Pick<Question, 'from' | 'lasts'>) => ({
  endFrom: { at: T0 + from * HOUR, closed: true },
  startTo: { at: T0 + (from + lasts) * HOUR, closed: false },
})

const filterOf = (asking: Omit<Question, 'rows'>) => {
  const decoded = TimeZoneId.decode(asking.zone)
  if (decoded._tag === 'Left') throw new Error(asking.zone)
  return {
    window: windowOf(asking),
    direction: 'Ascending' as const,
    timeZone: decoded.right,
  }
}

/** Pages by number, joined, are what the listings by cursor have; the count is how many they are. */
const pagesByNumberAreTheList = (open: OpenStore<Store>) =>
  fc.asyncProperty(question, async (asking) => {
    const { store, close } = await open()
    const calendar = createCalendar({ store })
    const calendarId = primaryCalendarId('ann')
    await calendar.promises.manage({
      ...asked,
      type: 'ChangeCalendar',
      calendarId,
      timeZone: asking.zone,
    })
    for (const [index, drawn] of asking.events.entries()) await make(calendar, drawn, index)
    const { direction, rows, size } = asking
    const found: string[] = []
    const wanted = await expected(calendar, asking)
    for (let offset = 0; offset <= wanted.length; offset += size) {
      const page = await calendar.promises.numberedPage({
        viewer,
        window: windowOf(asking),
        direction,
        rows,
        offset,
        limit: size,
        counting: 'Counted',
      })
      found.push(
        ...page.items.map(({ event, recurrenceId, start }) =>
          nameOf(event.uid, recurrenceId, start),
        ),
      )
      assert.equal(page.total, wanted.length)
      assert.equal(page.hasMore, offset + size < wanted.length)
    }
    assert.deepEqual(found, wanted)
    await close()
  })

const faulty =
  (spoil: (store: Store) => Partial<Store>): OpenStore<Store> =>
  async () => {
    const { store, close } = await memory()
    return { store: { ...store, ...spoil(store) }, close }
  }

describe('pages by number', () => {
  test.each([
    ['memory', memory],
    ['SQLite', sqlite],
  ] as const)('are the list, on %s', { timeout: 60_000 }, async (_, open) => {
    await fc.assert(pagesByNumberAreTheList(open), { numRuns: 100 })
  })

  test.each([
    [
      'skips one too many',
      (store: Store) => ({
        singleKeys: (query) =>
          store.singleKeys({ ...query, offset: query.offset === 0 ? 0 : query.offset + 1 }),
      }),
    ],
    [
      'skips none',
      (store: Store) => ({
        singleKeys: (query) => store.singleKeys({ ...query, offset: 0 }),
      }),
    ],
    [
      'counts only what stands',
      (store: Store) => ({
        countSingles: (range) => store.countSingles({ ...range, listings: ['Active'] }),
      }),
    ],
  ] as const satisfies readonly (readonly [string, (store: Store) => Partial<Store>])[])(
    'are not, on a store that %s',
    async (_, spoil) => {
      const checked = await fc.check(pagesByNumberAreTheList(faulty(spoil)), { numRuns: 300 })

      expect(checked.failed).toBe(true)
    },
  )

  test('read what the page needs, however many single events come before it', async () => {
    const { store, close } = await memory()
    let keys = 0
    let events = 0
    const counting: Store = {
      ...store,
      singleKeys: (query) => {
        keys += query.limit
        return store.singleKeys(query)
      },
      event: (query) => {
        events += 1
        return store.event(query)
      },
    }
    const calendar = createCalendar({ store: counting })
    const single = { at: 0, lasts: 1, allDay: false, count: null, then: 'Stays' } as const
    for (let index = 0; index < 300; index += 1)
      await make(calendar, { ...single, at: index }, index)
    await make(calendar, { ...single, count: 3 }, 300)
    const page = await calendar.promises.numberedPage({
      viewer,
      window: { startTo: { at: T0 + 400 * DAY, closed: false } },
      direction: 'Descending',
      rows: 'Series',
      offset: 250,
      limit: 10,
      counting: 'Counted',
    })

    expect([page.items.length, page.total, events]).toEqual([10, 301, 10])
    // All-day ones up to the end of the page; of the timed ones, the page, one more, and one for each series.
    expect(keys).toBe(261 + 12)
    await close()
  })
})
