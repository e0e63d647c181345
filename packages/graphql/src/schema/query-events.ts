import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Context } from '../context/context.js'
import type { Failure } from '../errors/failure.js'
import { runOrThrow } from '../errors/run-or-throw.js'
import type { EventNode } from '../event/event-node.js'
import type { CalendarEventType } from '../event/event-type.js'
import type { Connection } from '../read/connection.js'
import type { DateArgs } from '../read/date-range.js'
import { readDateRange } from '../read/date-range.js'
import type { EventListing } from '../read/list-events.js'
import { listEvents } from '../read/list-events.js'
import type { PaginationArgs } from '../read/pagination.js'
import { readPagination } from '../read/pagination.js'
import { pathsAsked } from '../read/paths-asked.js'
import { primeNodes } from '../read/prime-nodes.js'
import type { Builder } from './builder.js'
import type { Enums } from './enums.js'
import type { EventConnectionType } from './event-connection.js'

/** What the field is made of. */
export interface QueryEventsParts {
  readonly enums: Enums
  readonly connection: EventConnectionType
}

/** Adds `Query.getCalendarEvents`. */
export const addQueryEvents = (builder: Builder, { enums, connection }: QueryEventsParts): void => {
  builder.queryField('getCalendarEvents', (t) =>
    t.field({
      type: connection,
      description: "The viewer's events that overlap `[fromDate, toDate)`, by start and id.",
      args: {
        fromDate: t.arg({ type: 'DateTime', required: true }),
        toDate: t.arg({
          type: 'DateTime',
          description: 'After `fromDate`; a year after it when it is left out.',
        }),
        type: t.arg({ type: enums.type }),
        first: t.arg.int({ description: 'The first N; not together with `last`.' }),
        after: t.arg({ type: 'Cursor', description: 'Behind this edge; requires `first`.' }),
        last: t.arg.int({
          description: 'The last N, in the same order; not together with `first`.',
        }),
        before: t.arg({ type: 'Cursor', description: 'Before this edge; requires `last`.' }),
      },
      // eslint-disable-next-line @typescript-eslint/max-params -- as GraphQL calls them
      resolve: async (_root, args, context, info) => {
        const connection = await queryEvents(args, context)
        const paths = pathsAsked(info)
        const nodes = connection.edges.map(({ node }) => node)
        await primeNodes(nodes, (path) => paths.has(`edges.node.${path}`), context.loaders)
        return connection
      },
    }),
  )
}

interface QueryEventsArgs extends DateArgs, PaginationArgs {
  readonly type?: CalendarEventType | null | undefined
}

const queryEvents = (
  args: QueryEventsArgs,
  { parts, viewer }: Context,
): Promise<Connection<EventNode>> =>
  runOrThrow(parts)(
    pipe(
      E.Do,
      E.bind('side', () => readPagination(args, parts.limits)),
      E.bind('window', () => readDateRange(args, { now: parts.clock.now(), ...parts.limits })),
      E.map(({ side, window }): EventListing => ({
        viewer,
        window,
        side,
        type: args.type ?? null,
      })),
      TE.fromEither<Failure, EventListing>,
      TE.chain((listing) => listEvents(parts, listing)),
    ),
  )
