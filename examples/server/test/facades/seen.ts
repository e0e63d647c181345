import assert from 'node:assert/strict'
import { DAY_MS, formatInstantUtc } from '@kalends/core'
import { record, withOpened } from '@kalends/testing'
import * as fc from 'fast-check'

import { hiddenFrom, make, markOf, SPOT, TODAY, VIEWERS, worlds } from './hidden.js'
import type { facadesOver } from './opened.js'

/** The facades over an empty store. */
export interface Facades extends ReturnType<typeof facadesOver> {
  readonly close: () => Promise<void>
}

/**
 * Whatever a viewer asks, by any argument and with whosever cursors, no answer says what the viewer may not know.
 *
 * Everything is asked by each of five viewers in turn; every cursor that anyone was given is tried by the others.
 */
export const nobodySeesMore = (open: () => Promise<Facades>) =>
  fc.asyncProperty(worlds(), fc.array(asking(), { minLength: 25, maxLength: 25 }), (world, all) =>
    withOpened(open, async ({ calendar, ask }) => {
      await make(calendar, world)
      const stolen: string[] = []
      for (const each of all) {
        for (const viewer of VIEWERS) {
          const { text } = await ask(each.route(stolen), {
            as: viewer,
            ...(each.json === undefined ? {} : { json: each.json(stolen) }),
          })
          for (const secret of hiddenFrom(world, viewer)) {
            assert.ok(!text.includes(secret), `${viewer} reads ${secret} in ${text}`)
          }
          if (viewer === 'bob@other') assert.ok(!SAYS.test(text), `${viewer} is told ${text}`)
          stolen.push(...cursorsIn(text))
        }
      }
    }),
  )

/** In the other tenant nobody has anything, is busy, or is to be counted. */
const SAYS = /"type":"BUSY|"nextSevenDays":[1-9]|"totalCount":[1-9]/

const cursorsIn = (text: string): readonly string[] =>
  [...text.matchAll(/"(?:cursor|startCursor|endCursor|next|next_cursor|prev_cursor)":"([^"]+)"/g)]
    .map(([, cursor = '']) => cursor)
    .slice(0, 4)

/** A request; `stolen` are the cursors that were given to anyone before. */
interface Asking {
  readonly route: (stolen: readonly string[]) => string
  readonly json?: (stolen: readonly string[]) => object
}

const asking = (): fc.Arbitrary<Asking> =>
  fc.oneof(
    { arbitrary: lists(), weight: 4 },
    { arbitrary: nativeLists(), weight: 2 },
    { arbitrary: byIds(), weight: 3 },
    { arbitrary: counts(), weight: 1 },
  )

const EVENT = `id title location organizer { id name email } myRsvp ctas { label entityId } isBookmarked
  participants(first: $size, after: $within) { totalCount edges { cursor node { user { id name email } rsvp } } }`

const size = () => fc.constantFrom(undefined, 0, 1, 2, 100, 101, -1)
const pick = () => fc.option(fc.nat(), { freq: 1 })
const picked = (stolen: readonly string[], nth: number | null): string | undefined =>
  nth === null ? undefined : stolen[nth % Math.max(1, stolen.length)]

type Way = readonly ['first' | 'last', 'after' | 'before']

const lists = (): fc.Arbitrary<Asking> =>
  record({
    fromDay: fc.integer({ min: -1, max: 4 }),
    days: fc.constantFrom(undefined, 0, 1, 5),
    type: fc.constantFrom(undefined, 'MEETING', 'LIVE_SESSION', 'LIVE_SESSION_SPOT', 'OTHER'),
    way: fc.constantFrom<Way[]>(['first', 'after'], ['last', 'before'], ['first', 'before']),
    count: size(),
    cursor: pick(),
    within: pick(),
    totals: fc.boolean(),
  }).map(({ fromDay, days, type, way, count, cursor, within, totals }): Asking => ({
    route: () => 'POST /graphql',
    json: (stolen) => ({
      query: `query ($fromDate: DateTime!, $toDate: DateTime, $type: CalendarEventType, $first: Int, $after: Cursor,
        $last: Int, $before: Cursor, $size: Int, $within: Cursor) {
        getCalendarEvents(fromDate: $fromDate, toDate: $toDate, type: $type, first: $first, after: $after, last: $last,
          before: $before) { edges { cursor node { ${EVENT} } } pageInfo { startCursor endCursor } ${totals ? 'totalCount' : ''} }
      }`,
      variables: {
        fromDate: dayOf(fromDay),
        toDate: days === undefined ? undefined : dayOf(fromDay + days),
        type,
        [way[0]]: count,
        [way[1]]: picked(stolen, cursor),
        size: 10,
        within: picked(stolen, within),
      },
    }),
  }))

const dayOf = (day: number): string => formatInstantUtc(TODAY + day * DAY_MS)

const nativeLists = (): fc.Arbitrary<Asking> =>
  record({
    fromDay: fc.option(fc.integer({ min: -1, max: 4 })),
    count: size(),
    cursor: pick(),
    listing: fc.constantFrom('', 'CANCELLED'),
    order: fc.constantFrom('', 'START_DATE_DESC'),
  }).map(({ fromDay, count, cursor, listing, order }): Asking => ({
    route: (stolen) => {
      const query = new URLSearchParams()
      if (fromDay !== null) query.set('end_after', dayOf(fromDay))
      if (count !== undefined) query.set('page_limit', `${count}`)
      if (listing !== '') query.set('status', listing)
      if (order !== '') query.set('order_by', order)
      const taken = picked(stolen, cursor)
      if (taken !== undefined) query.set('page_cursor', taken)
      return `GET /calendar/events?${query}`
    },
  }))

/** What is asked of one event, by its id or an occurrence's. */
const byIds = (): fc.Arbitrary<Asking> =>
  record({
    field: fc.constantFrom(
      `calendarEvent(id: $id) { ${EVENT} }`,
      'history(eventId: $id, first: $size, after: $within) { items { type actor data } next }',
      'explain(id: $id) { type actor data }',
    ),
    id: fc.oneof(fc.nat(5).map(markOf), fc.constant(SPOT)),
    day: fc.option(fc.integer({ min: 0, max: 5 })),
    within: pick(),
  }).map(({ field, id, day, within }): Asking => {
    const occurrence = day === null ? '' : `_${dayOf(day).replace(/[-:]/g, '')}`
    const declared = ['$size: Int', '$within: Cursor'].filter((each) =>
      field.includes(`${each.split(':')[0]}`),
    )
    return {
      route: () => 'POST /graphql',
      json: (stolen) => ({
        query: `query (${['$id: ID!', ...declared].join(', ')}) { ${field} }`,
        variables: { id: `${id}${occurrence}`, size: 10, within: picked(stolen, within) },
      }),
    }
  })

const counts = (): fc.Arbitrary<Asking> =>
  fc
    .constantFrom(
      'overview(timeZone: "UTC") { today tomorrow nextSevenDays }',
      `freeBusy(userIds: ["ann", "bob"], fromDate: "${dayOf(0)}", toDate: "${dayOf(9)}") { user { name } busy { type start } }`,
      `findTimes(input: { required: [{ userId: "ann" }], optional: [{ userId: "lea" }], durationMinutes: 30, fromDate: "${dayOf(0)}", toDate: "${dayOf(4)}" }) { start available { name } }`,
    )
    .map((field): Asking => ({
      route: () => 'POST /graphql',
      json: () => ({ query: `{ ${field} }` }),
    }))
