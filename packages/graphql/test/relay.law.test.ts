import type { CalendarService, Side, Sliced } from '@kalends/core'
import { createCalendar } from '@kalends/core'
import { memoryStore } from '@kalends/storage-memory'
import * as E from 'fp-ts/lib/Either.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { listConnection } from '../src/read/list-connection.js'
import { at, backends, create, cursorsIn, directory, idsIn, list, serve } from './harness.js'

/** A page, as names and what lies around them. */
interface PageOf {
  readonly names: readonly string[]
  readonly hasPrevious: boolean
  readonly hasNext: boolean
}

/**
 * Relay's own words, done by hand on the whole list: ApplyCursorsToEdges, EdgesToReturn, and where the rest went.
 *
 * @see https://relay.dev/graphql/connections.htm#sec-Pagination-algorithm
 */
const byHand = (all: readonly string[], side: Side): PageOf => {
  const from = side.type === 'First' && side.after !== undefined ? all.indexOf(side.after) + 1 : 0
  const to =
    side.type === 'Last' && side.before !== undefined ? all.indexOf(side.before) : all.length
  const edges = all.slice(from, to)
  const surplus = Math.max(0, edges.length - side.count)
  const names = side.type === 'First' ? edges.slice(0, side.count) : edges.slice(surplus)
  const start = side.type === 'First' ? from : from + surplus
  const end = start + names.length
  return { names, hasPrevious: start > 0, hasNext: end < all.length }
}

/** Every side of a list: both ends, every cursor and none, every size up to one too many. */
const sidesOf = (names: readonly string[]): readonly Side[] =>
  Array.from({ length: names.length + 2 }, (_, count) => count).flatMap((count) => [
    { type: 'First', count },
    { type: 'Last', count },
    ...names.flatMap((name): readonly Side[] => [
      { type: 'First', count, after: name },
      { type: 'Last', count, before: name },
    ]),
  ])

/** Something that pages through a list: the cursors in `side` are the names of its items. */
type Paging = (side: Side) => PageOf | Promise<PageOf>

/** Where a paging differs from Relay's own words, first; null where it never does. Checks every side of the list. */
const differenceIn = async (
  names: readonly string[],
  paging: Paging,
): Promise<readonly [Side, got: PageOf, expected: PageOf] | null> => {
  for (const side of sidesOf(names)) {
    const [got, expected] = [await paging(side), byHand(names, side)]
    if (JSON.stringify(got) !== JSON.stringify(expected)) return [side, got, expected]
  }
  return null
}

const viewer = { tenantId: 'demo', userId: 'ann' }
const withCursor = (side: Side, cursorOf: (name: string) => string): Side => {
  if (side.type === 'First') {
    return side.after === undefined ? side : { ...side, after: cursorOf(side.after) }
  }
  return side.before === undefined ? side : { ...side, before: cursorOf(side.before) }
}

const NAMES = Array.from({ length: 13 }, (_, index) => String.fromCodePoint(97 + index))

/** Our paging through a list that is read whole. */
const listPaging = (names: readonly string[]): Paging => {
  const paging = { secret: 'a secret', viewer, list: 'test', nameOf: (name: string) => name }
  const whole = listConnection(names, { type: 'First', count: 99 }, paging)
  if (E.isLeft(whole)) throw new Error(whole.left.reason)
  const cursors = new Map(whole.right.edges.map(({ node, cursor }) => [node, cursor]))
  return (side) => {
    const sent = withCursor(side, (name) => cursors.get(name) ?? '')
    const page = listConnection(names, sent, paging)
    if (E.isLeft(page)) throw new Error(page.left.reason)
    const { edges, pageInfo } = page.right
    const ends = [edges[0]?.cursor ?? null, edges.at(-1)?.cursor ?? null]
    if (String(ends) !== String([pageInfo.startCursor, pageInfo.endCursor])) {
      throw new Error('startCursor and endCursor are not those of the first and the last edge')
    }
    return {
      names: edges.map(({ node }) => node),
      hasPrevious: pageInfo.hasPreviousPage,
      hasNext: pageInfo.hasNextPage,
    }
  }
}

test('O-9 to O-12: a list that is read whole pages as Relay says, by every side of up to 13 items', async () => {
  let sides = 0
  for (let length = 0; length <= NAMES.length; length += 1) {
    const names = NAMES.slice(0, length)
    expect(await differenceIn(names, listPaging(names))).toBeNull()
    sides += sidesOf(names).length
  }
  expect(sides).toBeGreaterThan(2000)
})

/** How paging goes wrong. */
const FAULTS: Readonly<Record<string, (page: PageOf, side: Side) => PageOf>> = {
  'nothing is ever before a page': (page) => ({ ...page, hasPrevious: false }),
  'what is before the cursor does not count as before the page': (page, side) =>
    side.type === 'First' ? { ...page, hasPrevious: false } : page,
  'nothing is ever behind a page': (page) => ({ ...page, hasNext: false }),
  'what is behind the cursor does not count as behind the page': (page, side) =>
    side.type === 'Last' ? { ...page, hasNext: page.hasNext && side.before === undefined } : page,
  'the last come in reverse': (page, side) =>
    side.type === 'Last' ? { ...page, names: page.names.toReversed() } : page,
  'before includes its edge': (page, side) =>
    side.type === 'Last' && side.before !== undefined && page.names.length < side.count
      ? { ...page, names: [...page.names, side.before] }
      : page,
  'after includes its edge': (page, side) =>
    side.type === 'First' && side.after !== undefined && page.names.length < side.count
      ? { ...page, names: [side.after, ...page.names] }
      : page,
  'a size of 0 is no size': (page, side) => (side.count === 0 ? { ...page, names: ['a'] } : page),
  'one more than asked for': (page, side) =>
    page.hasNext && side.type === 'First' ? { ...page, names: [...page.names, 'z'] } : page,
}

test.each(Object.keys(FAULTS))('the law rejects a paging in which %s', async (name) => {
  const names = NAMES.slice(0, 3)
  const [ours, fault] = [listPaging(names), FAULTS[name]]
  const faulty: Paging = async (side) => fault?.(await ours(side), side) ?? (await ours(side))
  expect(await differenceIn(names, faulty)).not.toBeNull()
})

describe('O-9 to O-12: a listing of events pages as Relay says', () => {
  let calendar: CalendarService
  const ALL = [
    ...['day', 'a', 'b', 's_20270308T100000Z', 's_20270308T110000Z', 'z'],
    ...['fair', 'tour_20270308T130000Z', 'tour_20270308T140000Z', 'y'],
  ]
  const slice = (side: Side, keep: Keep) =>
    calendar.promises.slice({
      viewer,
      side,
      filter: {
        audience: 'Visible',
        window: { startTo: { at: Date.UTC(2027, 3), closed: false } },
      },
      ...(keep === 'All' ? {} : { only: { name: keep, keeps: ({ uid }) => keeps(uid, keep) } }),
    })

  beforeAll(async () => {
    const store = memoryStore({})
    calendar = createCalendar({ store, directory, secret: 'a secret' })
    const fair = { visibility: 'Public', as: 'bob', start: at(12, 30), end: at(13) } as const
    await create({ calendar }, { uid: 'z', start: at(12), end: at(13) })
    await create({ calendar }, { uid: 'b', start: at(10), end: at(10) })
    await create({ calendar }, { uid: 'a', start: at(10), end: at(18) })
    await create({ calendar }, { uid: 'day', start: '2027-03-08', end: '2027-03-09', allDay: true })
    await create({ calendar }, { uid: 's', recurrence: ['RRULE:FREQ=HOURLY;COUNT=2'] })
    await create({ calendar }, { ...fair, uid: 'fair', guests: ['ann'] })
    await create({ calendar }, { uid: 'y', start: at(20), end: at(21) })
    const tour = { ...fair, start: at(13), end: at(14), recurrence: ['RRULE:FREQ=HOURLY;COUNT=2'] }
    await create({ calendar }, { ...tour, uid: 'tour' })
    await create({ calendar }, { ...fair, uid: 'private', visibility: 'Participants' })
  })

  test.each(['All', 'Some', 'None'] as const)('keeping %s', async (keep) => {
    const names = ALL.filter((name) => keeps(name.split('_')[0] ?? '', keep))
    const whole = await slice({ type: 'First', count: 99 }, keep)
    expect(namesIn(whole)).toEqual(names)
    expect(await whole.count()).toEqual(E.right(names.length))
    const cursors = new Map(whole.rows.map((row) => [nameOf(row), row.cursor]))
    const paging: Paging = async (side) => {
      const page = await slice(
        withCursor(side, (name) => cursors.get(name) ?? ''),
        keep,
      )
      return { names: namesIn(page), hasPrevious: page.hasEarlier, hasNext: page.hasLater }
    }
    expect(await differenceIn(names, paging)).toBeNull()
  })
})

type Keep = 'All' | 'Some' | 'None'
const keeps = (uid: string, keep: Keep): boolean =>
  keep === 'All' || (keep === 'Some' && ['s', 'b', 'tour'].includes(uid))

const nameOf = ({ occurrence: { uid, start, recurrenceId } }: Sliced['rows'][number]): string =>
  recurrenceId === null
    ? uid
    : `${uid}_${new Date(start).toISOString().replaceAll(/[-:]|\.\d+/g, '')}`

const namesIn = ({ rows }: Sliced): readonly string[] => rows.map(nameOf)

test('O-9 to O-12: getCalendarEvents pages as Relay says, on the wire', async () => {
  const [memory] = backends
  if (memory === undefined) throw new Error('no backend')
  const world = serve(memory)
  const names = NAMES.slice(0, 4)
  for (const uid of names) await create(world, { uid })
  const cursors = cursorsIn(await list(world.ask, {}))
  const cursorOf = (name: string) => cursors[names.indexOf(name)]
  const paging: Paging = async (side) => {
    const args =
      side.type === 'First'
        ? { first: side.count, after: side.after === undefined ? null : cursorOf(side.after) }
        : { last: side.count, before: side.before === undefined ? null : cursorOf(side.before) }
    const got = await list(world.ask, args)
    const { pageInfo } = (got.data as Wire).getCalendarEvents
    const { hasPreviousPage: hasPrevious, hasNextPage: hasNext } = pageInfo
    return { names: idsIn(got), hasPrevious, hasNext }
  }
  expect(await differenceIn(names, paging)).toBeNull()
})

interface Wire {
  readonly getCalendarEvents: {
    readonly pageInfo: { readonly hasPreviousPage: boolean; readonly hasNextPage: boolean }
  }
}
