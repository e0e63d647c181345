import type { ClosedWindow, Direction, ParticipationStatus, SingleRow } from '@kalends/core'
import { closeWindow, compareIn, containedIn, everything, holds, overlapping } from '@kalends/core'
import { describe, expect, test } from 'vitest'
import {
  answered,
  aStore,
  cancelled,
  create,
  DAY,
  happen,
  HOUR,
  invited,
  listed,
  listing,
  moved,
  right,
  T0,
  timed,
  uninvited,
} from './given.js'
import { costsOf } from './costs-of.js'

const numbers = (seed: number) => {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return (state >> 8) % below
  }
}

describe('singles', () => {
  test('finds events that last for months without their start in the window', async () => {
    const store = aStore()
    await create(store, 'months', { time: timed(T0 - 200 * DAY, T0 + DAY) })
    await create(store, 'long-over', { time: timed(T0 - 200 * DAY, T0 - DAY) })
    await create(store, 'today', { time: timed(T0) })
    const window = closeWindow(overlapping(T0, T0 + DAY))
    expect(await listed(store, { window })).toEqual(['months', 'today'])
    expect(await listed(store, { window, direction: 'Descending' })).toEqual(['today', 'months'])
  })

  test.each([0, 1, HOUR, HOUR + 1, 2 * HOUR, 2 * HOUR + 1, 1024 * HOUR, 1024 * HOUR + 1])(
    'finds what lasts %i ms in a window of just its edges',
    async (length) => {
      const store = aStore()
      await create(store, 'a', { time: timed(T0, T0 + length) })
      const contained = closeWindow(containedIn(T0, T0 + length))
      const exact = { ...contained, startTo: T0, endFrom: T0 + length }
      for (const direction of ['Ascending', 'Descending'] as const) {
        expect(await listed(store, { window: exact, direction })).toEqual(['a'])
        expect(
          await listed(store, { window: { ...exact, endTo: T0 + length - 1 }, direction }),
        ).toEqual([])
        expect(
          await listed(store, { window: { ...exact, endFrom: T0 + length + 1 }, direction }),
        ).toEqual([])
      }
    },
  )

  test('a page that begins outside of the window loses nothing at its edge', async () => {
    const store = aStore()
    for (const uid of ['a', 'm', 'z']) await create(store, uid, { time: timed(T0) })
    const window = { ...closeWindow(everything), startFrom: T0, startTo: T0 }
    const before = { start: T0 - 1, uid: 'm' }
    const after = { start: T0 + 1, uid: 'm' }
    expect(await listed(store, { window, from: before })).toEqual(['a', 'm', 'z'])
    expect(await listed(store, { window, from: after })).toEqual([])
    const direction = 'Descending'
    expect(await listed(store, { window, from: after, direction })).toEqual(['z', 'm', 'a'])
    expect(await listed(store, { window, from: before, direction })).toEqual([])
    const at = { start: T0, uid: 'm' }
    expect(await listed(store, { window, from: at })).toEqual(['m', 'z'])
    expect(await listed(store, { window, from: at, direction })).toEqual(['m', 'a'])
  })

  test('applies the rule for events of no length', async () => {
    const store = aStore()
    await create(store, 'point', { time: timed(T0, T0) })
    await create(store, 'later', { time: timed(T0 + HOUR, T0 + HOUR) })
    await create(store, 'over', { time: timed(T0 - HOUR, T0) })
    const window = closeWindow(overlapping(T0, T0 + HOUR))
    expect(await listed(store, { window })).toEqual(['point'])
    expect(await listed(store, { window: { ...window, points: T0 + 1 } })).toEqual([])
  })

  test('keeps all-day events apart, indexed by date', async () => {
    const store = aStore()
    const time = { type: 'AllDay', start: '2027-03-08', end: '2027-03-10', timeZone: null } as never
    await create(store, 'days', { time })
    await create(store, 'timed')
    const start = Date.UTC(2027, 2, 8)
    expect(await right(store.singles(listing({ time: 'AllDay' })))).toMatchObject([
      { uid: 'days', start, end: start + 2 * DAY },
    ])
    expect(await listed(store)).toEqual(['timed'])
  })

  test('cancelled events leave every list but the organizer’s of cancelled ones', async () => {
    const store = aStore()
    await create(store, 'a')
    await happen(store, 'a', cancelled)
    expect(await listed(store)).toEqual([])
    expect(await listed(store, { listing: 'Cancelled' })).toEqual(['a'])
    expect(await listed(store, { listing: 'Cancelled', userId: 'bob' })).toEqual([])
  })

  test('a page pinned to a position is unchanged by later writes', async () => {
    const store = aStore()
    const guests = ['bob', 'cyd']
    for (let index = 0; index < 6; index += 1) {
      await create(store, `e${index}`, { guests, time: timed(T0 + index * HOUR) })
    }
    const { position } = await right(store.head('acme'))
    const queries = ['ann', 'bob'].flatMap((userId) =>
      [null, ['NeedsAction' as const]].map((answers) => listing({ userId, answers, position })),
    )
    const pages = () => Promise.all(queries.map((query) => right(store.singles(query))))
    const details = () =>
      Promise.all(
        ['e0', 'e5'].map((uid) => right(store.event({ tenantId: 'acme', uid, position }))),
      )
    const before = [await pages(), await details()]

    await happen(store, 'e0', answered('bob', 'Declined'))
    await happen(store, 'e1', moved(timed(T0 + 90 * DAY)))
    await happen(store, 'e2', cancelled)
    await happen(store, 'e3', uninvited('bob'))
    await create(store, 'new', { time: timed(T0) })
    await happen(store, 'e5', answered('bob', 'Accepted'), uninvited('cyd'))

    expect([await pages(), await details()]).toEqual(before)
    expect(await listed(store, { userId: 'bob' })).toEqual(['e0', 'new', 'e4', 'e5', 'e1'])
    expect(await listed(store, { userId: 'bob', answers: ['NeedsAction'] })).toEqual([
      'new',
      'e4',
      'e1',
    ])
    expect(await right(store.verify)).toEqual([])
  })

  test('no answers asked for, nothing listed', async () => {
    const store = aStore()
    await create(store, 'a')
    expect(await listed(store, { answers: [] })).toEqual([])
  })

  test('is exactly the events that the window holds, in order, for any window and page', async () => {
    const below = numbers(7)
    const store = aStore()
    const spans = [0, 1, HOUR, HOUR + 1, 5 * HOUR, 3 * DAY, 40 * DAY]
    const all: Pick<SingleRow, 'uid' | 'start' | 'end' | 'status'>[] = []
    const statuses = ['NeedsAction', 'Accepted', 'Declined'] as const
    for (let index = 0; index < 150; index += 1) {
      const start = T0 + below(48) * HOUR - below(2) * 30 * DAY
      const end = start + (spans[below(spans.length)] ?? 0)
      const uid = `${'xyz'[below(3)] ?? ''}${index}`
      await create(store, uid, { time: timed(start, end), guests: ['bob'] })
      const status = statuses[below(3)] ?? 'NeedsAction'
      if (status !== 'NeedsAction') await happen(store, uid, answered('bob', status))
      all.push({ uid, start, end, status })
    }
    const edge = () => {
      const { start, end } = all[below(all.length)] ?? { start: T0, end: T0 }
      return (below(2) === 0 ? start : end) + below(3) - 1
    }
    let found = 0
    for (let round = 0; round < 600; round += 1) {
      const unbounded = closeWindow(everything)
      const window: ClosedWindow = {
        startFrom: below(3) === 0 ? edge() : unbounded.startFrom,
        startTo: below(3) === 0 ? edge() : unbounded.startTo,
        endFrom: below(2) === 0 ? edge() : unbounded.endFrom,
        endTo: below(3) === 0 ? edge() : unbounded.endTo,
        points: below(2) === 0 ? edge() : unbounded.points,
      }
      const direction: Direction = below(2) === 0 ? 'Ascending' : 'Descending'
      const answers: readonly ParticipationStatus[] | null =
        below(2) === 0 ? null : statuses.filter(() => below(2) === 0)
      const from = below(2) === 0 ? null : (all[below(all.length)] ?? null)
      const limit = 1 + below(20)
      const compare = compareIn(direction)
      const key = ({ uid, start }: { readonly uid: string; readonly start: number }) => ({
        uid,
        start,
        recurrenceId: '',
      })
      const expected = all
        .filter(({ start, end, status }) => {
          return holds(window, start, end) && (answers === null || answers.includes(status))
        })
        .filter((row) => from === null || compare(key(row), key(from)) >= 0)
        .sort((a, b) => compare(key(a), key(b)))
        .slice(0, limit)
        .map(({ uid }) => uid)
      found += expected.length
      expect(
        await listed(store, { userId: 'bob', window, direction, answers, from, limit }),
      ).toEqual(expected)
    }
    expect(found).toBeGreaterThan(1500)
  })

  test('a week of a user with 50,000 events costs no more than twice that of one with 1,000', async () => {
    const store = aStore()
    await Promise.all(
      Array.from({ length: 50_000 }, async (_, index) => {
        const length = (index % 40) * 2 * HOUR
        const time = timed(T0 + index * 6 * HOUR, T0 + index * 6 * HOUR + length)
        if (index % 50 === 0)
          await create(store, `s${index}`, { organizer: 'sue', guests: [], time })
        await create(store, `m${index}`, { organizer: 'mia', guests: [], time })
      }),
    )
    // As many events in the week for both: sue's are 50 times as far apart.
    const pageOf = (userId: string, days: number) =>
      listing({
        userId,
        window: closeWindow(overlapping(T0 + 5000 * DAY, T0 + 5000 * DAY + days * DAY)),
        limit: 20,
      })
    const asks = (query: ReturnType<typeof pageOf>) => async () =>
      expect(await right(store.singles(query))).toHaveLength(20)
    const [few, many] = await costsOf(asks(pageOf('sue', 350)), asks(pageOf('mia', 7)))
    expect(many).toBeLessThan(2 * few + 0.2)
    expect(many).toBeLessThan(5)
  }, 120_000)
})

test('event: gives what its stream folds to, participants in the order of their invitations', async () => {
  const store = aStore()
  await create(store, 'a', { guests: ['zoe', 'bob', 'cyd'], content: 'x' })
  await happen(store, 'a', answered('cyd', 'Accepted', 'yes'), uninvited('zoe'))
  await happen(store, 'a', invited('zoe', 'abe'))
  await happen(store, 'a', answered('bob', 'Tentative'))
  const { state } = await right(store.load('acme', 'event', 'a'))
  const { position } = await right(store.head('acme'))
  const event = await right(store.event({ tenantId: 'acme', uid: 'a', position }))
  expect(event).toEqual(state.type === 'Scheduled' && state.event)
  expect([...(event?.participants.keys() ?? [])]).toEqual(['ann', 'bob', 'cyd', 'zoe', 'abe'])
  expect(await right(store.event({ tenantId: 'acme', uid: 'a', position: 0 }))).toBeNull()
})
