import type { CalendarService, Side } from '@kalends/core'
import { createCalendar } from '@kalends/core'
import { memoryStore } from '@kalends/storage-memory'
import * as E from 'fp-ts/lib/Either.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { listConnection } from '../src/read/list-connection.js'
import { at, create, directory } from './harness.js'

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

const viewer = { tenantId: 'demo', userId: 'ann' }
const withCursor = (side: Side, cursorOf: (name: string) => string): Side => {
  if (side.type === 'First') {
    return side.after === undefined ? side : { ...side, after: cursorOf(side.after) }
  }
  return side.before === undefined ? side : { ...side, before: cursorOf(side.before) }
}

describe('a list that is read whole pages as Relay says', () => {
  const paging = { secret: 'a secret', viewer, list: 'test', nameOf: (name: string) => name }
  test.each([0, 1, 2, 3, 4, 5])('of %i', (length) => {
    const names = ['a', 'b', 'c', 'd', 'e'].slice(0, length)
    const whole = listConnection(names, { type: 'First', count: 9 }, paging)
    if (E.isLeft(whole)) throw new Error(whole.left.reason)
    const cursors = new Map(whole.right.edges.map(({ node, cursor }) => [node, cursor]))
    for (const side of sidesOf(names)) {
      const sent = withCursor(side, (name) => cursors.get(name) ?? '')
      const page = listConnection(names, sent, paging)
      if (E.isLeft(page)) throw new Error(page.left.reason)
      const { edges, pageInfo } = page.right
      expect({
        names: edges.map(({ node }) => node),
        hasPrevious: pageInfo.hasPreviousPage,
        hasNext: pageInfo.hasNextPage,
      }).toEqual(byHand(names, side))
      expect([pageInfo.startCursor, pageInfo.endCursor]).toEqual([
        edges[0]?.cursor ?? null,
        edges.at(-1)?.cursor ?? null,
      ])
    }
  })
})

describe('a listing of events pages as Relay says', () => {
  let calendar: CalendarService
  const ALL = ['day', 'a', 'b', 's_20270308T100000Z', 's_20270308T110000Z', 'z']
  const slice = (side: Side, keep: 'All' | 'Some') =>
    calendar.promises.slice({
      viewer,
      side,
      filter: { window: { startTo: { at: Date.UTC(2027, 3), closed: false } } },
      ...(keep === 'All'
        ? {}
        : { only: { name: 'some', keeps: ({ uid }) => uid === 's' || uid === 'b' } }),
    })
  const nameOf = (row: {
    readonly uid: string
    readonly start: number
    readonly recurrenceId: string | null
  }) =>
    row.recurrenceId === null
      ? row.uid
      : `${row.uid}_${new Date(row.start).toISOString().replaceAll(/[-:]|\.\d+/g, '')}`

  beforeAll(async () => {
    const store = memoryStore({})
    calendar = createCalendar({ store, directory, secret: 'a secret' })
    await create({ calendar }, { uid: 'z', start: at(12), end: at(13) })
    await create({ calendar }, { uid: 'b', start: at(10), end: at(10) })
    await create({ calendar }, { uid: 'a', start: at(10), end: at(18) })
    await create({ calendar }, { uid: 'day', start: '2027-03-08', end: '2027-03-09', allDay: true })
    await create({ calendar }, { uid: 's', recurrence: ['RRULE:FREQ=HOURLY;COUNT=2'] })
  })

  test.each(['All', 'Some'] as const)('keeping %s', async (keep) => {
    const names = keep === 'All' ? ALL : ALL.filter((name) => /^[sb]/.test(name))
    const { rows } = await slice({ type: 'First', count: 9 }, keep)
    expect(rows.map(({ occurrence }) => nameOf(occurrence))).toEqual(names)
    const cursors = new Map(rows.map(({ occurrence, cursor }) => [nameOf(occurrence), cursor]))
    for (const side of sidesOf(names)) {
      const page = await slice(
        withCursor(side, (name) => cursors.get(name) ?? ''),
        keep,
      )
      expect({
        names: page.rows.map(({ occurrence }) => nameOf(occurrence)),
        hasPrevious: page.hasEarlier,
        hasNext: page.hasLater,
      }).toEqual(byHand(names, side))
      expect(await page.count()).toEqual(E.right(names.length))
    }
  })
})
