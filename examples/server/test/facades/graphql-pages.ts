import type { Filter } from '@kalends/core'
import { formatInstantUtc } from '@kalends/core'
import type { Pages } from '@kalends/testing'
import { STATUSES } from './native-pages.js'
import type { openFacades } from './opened.js'
import { jsonOf, recurrenceIdsOf, tokenOf } from './reading.js'

const QUERY = /* GraphQL */ `
  query List(
    $fromDate: DateTime!
    $toDate: DateTime
    $first: Int
    $after: Cursor
    $last: Int
    $before: Cursor
  ) {
    getCalendarEvents(
      fromDate: $fromDate
      toDate: $toDate
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      edges {
        node {
          id
          seriesId
          recurrenceId
          title
          location
          start
          end
          myRsvp
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`

interface Answered {
  readonly data?: { readonly getCalendarEvents: Listed } | null
  readonly errors?: unknown
}

interface Listed {
  readonly edges: readonly { readonly node: Node }[]
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
}

interface Node {
  readonly id: string
  readonly seriesId: string | null
  readonly recurrenceId: string | null
  readonly start: string
  readonly end: string
  readonly myRsvp: keyof typeof STATUSES | null
}

/** Where the pages of `getCalendarEvents` begin that are asked for from the end. */
export const FROM_THE_END = 'last'

/** The pages of `getCalendarEvents`. A cursor says which way it goes. */
export const graphqlPages =
  ({ ask, calendar }: Pick<ReturnType<typeof openFacades>, 'ask' | 'calendar'>): Pages =>
  async ({ viewer, filter = {}, cursor, limit }) => {
    const variables = { ...datesOf(filter), ...sideOf(cursor, limit) }
    const json = { query: QUERY, variables }
    const answer = await ask('POST /graphql', { as: tokenOf(viewer), json })
    const { data, errors } = jsonOf(answer) as Answered
    if (data === null || data === undefined) throw new Error(JSON.stringify(errors))
    const { edges, pageInfo } = data.getCalendarEvents
    const named = edges.map(({ node }) => ({ ...node, uid: node.seriesId ?? node.id }))
    const ids = await recurrenceIdsOf(calendar, viewer, named)
    return {
      items: named.map(({ uid, start, end, myRsvp }, index) => ({
        uid,
        recurrenceId: ids[index] ?? null,
        start: Date.parse(start),
        end: Date.parse(end),
        status: myRsvp === null ? null : STATUSES[myRsvp],
      })),
      next: pageInfo.hasNextPage ? `after ${pageInfo.endCursor}` : null,
      previous: pageInfo.hasPreviousPage ? `before ${pageInfo.startCursor}` : null,
      text: answer.text,
    }
  }

/** A window as `[fromDate, toDate)`; without bounds as far as a horizon of 200 years lets. */
const datesOf = ({ window }: Partial<Filter>) => ({
  fromDate: formatInstantUtc(window?.endFrom?.at ?? 0),
  toDate: formatInstantUtc(window?.startTo?.at ?? Date.UTC(2200, 0)),
})

const sideOf = (cursor: string | undefined, limit: number) => {
  const [way, edge] = (cursor ?? '').split(' ')
  if (way === FROM_THE_END) return { last: limit }
  if (way === 'before') return { last: limit, before: edge }
  if (way === 'after') return { first: limit, after: edge }
  if (cursor !== undefined) throw new Error('a cursor of nobody')
  return { first: limit }
}
