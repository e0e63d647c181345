import { DAY_MS, formatInstantUtc } from '@kalends/core'
import { BUSY_WEEK } from '../seed.js'
import type { Asked } from './connection.js'

const ROWS = 50
const FROM = formatInstantUtc(BUSY_WEEK)
const TO = BUSY_WEEK + 7 * DAY_MS

/** The busy week's first 50 events, as the native list gives them. */
export const restList: Asked = {
  method: 'GET',
  path: `/calendar/events?${new URLSearchParams({
    end_after: FROM,
    start_before: formatInstantUtc(TO - 1),
    page_limit: String(ROWS),
  })}`,
}

/** The same rows with what the native list says of each. */
const ROW = `node {
  id seriesId recurrenceId type title status start end timeZone allDay location recurrence visibility
  revision createdAt updatedAt organizer { id name email } myRsvp participants { totalCount }
}`

/** With calls to action and bookmarks too, which the native list has not. */
const MORE =
  'cursor node { id title start end isBookmarked ctas { action label enabled entityId } }'

const listing = (edge: string): Asked => ({
  method: 'POST',
  path: '/graphql',
  body: JSON.stringify({
    query: `query Week($fromDate: DateTime!, $toDate: DateTime, $first: Int) {
      getCalendarEvents(fromDate: $fromDate, toDate: $toDate, first: $first) {
        edges { ${edge} } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }
    }`,
    variables: { fromDate: FROM, toDate: formatInstantUtc(TO), first: ROWS },
  }),
})

/** `getCalendarEvents`, asked for what the native list says of each row. */
export const graphqlList = listing(ROW)

/** `getCalendarEvents`, asked for the cursor of each row too, which is signed. */
export const graphqlCursors = listing(`cursor ${ROW}`)

/** `getCalendarEvents`, asked for what the viewer can do with each row. */
export const graphqlCalls = listing(MORE)

/** The ids in an answer of any of them. */
export const idsIn = (text: string): readonly string[] => {
  const answer = JSON.parse(text) as {
    readonly items?: readonly Row[]
    readonly data?: { readonly getCalendarEvents: { readonly edges: readonly { node: Row }[] } }
  }
  const rows = answer.items ?? answer.data?.getCalendarEvents.edges.map(({ node }) => node) ?? []
  return rows.map(({ id }) => id)
}

interface Row {
  readonly id: string
}
