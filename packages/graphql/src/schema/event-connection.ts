import { runOrThrow } from '../errors/run-or-throw.js'
import type { EventNode } from '../event/event-node.js'
import type { Connection, ConnectionEdge } from '../read/connection.js'
import type { Builder } from './builder.js'
import type { CalendarEventObject } from './calendar-event.js'
import type { PageInfoType } from './page-info.js'

/** What the connection is made of. */
export interface EventConnectionParts {
  readonly calendarEvent: CalendarEventObject
  readonly pageInfo: PageInfoType
}

/** Adds `CalendarEventConnection`. @see https://relay.dev/graphql/connections.htm */
export const newEventConnection = (
  builder: Builder,
  { calendarEvent, pageInfo }: EventConnectionParts,
) => {
  const edge = builder.objectRef<ConnectionEdge<EventNode>>('CalendarEventEdge').implement({
    fields: (t) => ({
      cursor: t.field({ type: 'Cursor', resolve: ({ cursor }) => cursor }),
      node: t.field({ type: calendarEvent, resolve: ({ node }) => node }),
    }),
  })
  return builder.objectRef<Connection<EventNode>>('CalendarEventConnection').implement({
    fields: (t) => ({
      edges: t.field({ type: [edge], resolve: ({ edges }) => edges }),
      pageInfo: t.field({ type: pageInfo, resolve: (connection) => connection.pageInfo }),
      totalCount: t.int({
        description: 'Of all pages together. Costs reading them all, so ask for it only once.',
        resolve: ({ totalCount }, _args, { parts }) => runOrThrow(parts)(totalCount),
      }),
    }),
  })
}

/** The connection of events. */
export type EventConnectionType = ReturnType<typeof newEventConnection>
