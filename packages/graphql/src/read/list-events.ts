import type { Side, Sliced, Viewer, Window } from '@kalends/core'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Failure } from '../errors/failure.js'
import type { EventNode } from '../event/event-node.js'
import { nodeOfOccurrence } from '../event/event-node.js'
import type { CalendarEventType } from '../event/event-type.js'
import { typeOf } from '../event/event-type.js'
import type { GraphqlParts } from '../parts.js'
import type { Connection } from './connection.js'
import { pageInfoOf } from './connection.js'

/** Whose events, in which window, of which kind; null for all. */
export interface EventListing {
  readonly viewer: Viewer
  readonly window: Window
  readonly type: CalendarEventType | null
  readonly side: Side
}

/** A page of the events that a viewer may see. The one place where it is said which ones these are. */
export const listEvents = (
  { calendar, limits: { cursorAgeMs } }: GraphqlParts,
  { viewer, window, type, side }: EventListing,
): TE.TaskEither<Failure, Connection<EventNode>> =>
  pipe(
    calendar.slice({
      viewer,
      filter: { window, audience: 'Visible' },
      side,
      cursorAgeMs,
      ...(type === null
        ? {}
        : { only: { name: type, keeps: ({ event }) => typeOf(event) === type } }),
    }),
    TE.map(connectionOf),
  )

const connectionOf = ({ rows, hasEarlier, hasLater, position, count }: Sliced) => {
  const edges = rows.map((row) => ({
    get cursor() {
      return row.cursor // signed only for who asks
    },
    node: nodeOfOccurrence(row.occurrence, position),
  }))
  const around = { hasNextPage: hasLater, hasPreviousPage: hasEarlier }
  return { edges, pageInfo: pageInfoOf(edges, around), totalCount: count }
}
