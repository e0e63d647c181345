import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Failure } from '../errors/failure.js'
import { runOrThrow } from '../errors/run-or-throw.js'
import type { EventNode } from '../event/event-node.js'
import { findEvent } from '../read/find-event.js'
import type { Builder } from './builder.js'
import type { CalendarEventObject } from './calendar-event.js'

/** Adds `Query.calendarEvent`. */
export const addQueryEvent = (builder: Builder, calendarEvent: CalendarEventObject): void => {
  builder.queryField('calendarEvent', (t) =>
    t.field({
      type: calendarEvent,
      nullable: true,
      description: 'An event or an occurrence by its id; null where the viewer may see none.',
      args: { id: t.arg.id({ required: true }) },
      resolve: (_root, { id }, { parts, viewer }) =>
        runOrThrow(parts)(pipe(findEvent(parts, viewer, id), TE.orElse(nullWhereNothing))),
    }),
  )
}

const nullWhereNothing = (failure: Failure): TE.TaskEither<Failure, EventNode | null> =>
  failure.type === 'Rejected' && failure.rejection.type === 'NotFound'
    ? TE.right(null)
    : TE.left(failure)
