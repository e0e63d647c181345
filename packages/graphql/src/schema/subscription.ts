import type { CalendarEvent, Window } from '@kalends/core'
import { everything, roundUp } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Context } from '../context/context.js'
import type { BadInput } from '../errors/bad-input.js'
import type { Failure } from '../errors/failure.js'
import { runOrThrow } from '../errors/run-or-throw.js'
import type { CalendarEventType } from '../event/event-type.js'
import { typeOf } from '../event/event-type.js'
import type { DateArgs } from '../read/date-range.js'
import { readDateRange } from '../read/date-range.js'
import type { ChangeNode } from '../watch/changes.js'
import { changesOf } from '../watch/changes.js'
import type { Builder } from './builder.js'
import type { CalendarEventObject } from './calendar-event.js'
import type { Enums } from './enums.js'

/** Adds `Subscription.calendarEventChanged`. */
export const addSubscription = (
  builder: Builder,
  enums: Enums,
  calendarEvent: CalendarEventObject,
): void => {
  const change = builder.objectRef<ChangeNode>('CalendarEventChange').implement({
    fields: (t) => ({
      type: t.field({ type: enums.change, resolve: ({ type }) => type }),
      id: t.exposeID('id', { description: 'Of the event.' }),
      event: t.field({
        type: calendarEvent,
        nullable: true,
        description: 'As it was right after the change. Null when it was REMOVED.',
        resolve: ({ node }) => node,
      }),
    }),
  })
  builder.subscriptionType({
    fields: (t) => ({
      calendarEventChanged: t.field({
        type: change,
        description:
          'The changes of what `getCalendarEvents` shows the viewer, from now on, as they happen.',
        args: {
          fromDate: t.arg({ type: 'DateTime' }),
          toDate: t.arg({ type: 'DateTime' }),
          type: t.arg({ type: enums.type }),
        },
        subscribe: (_root, args, context) => subscribe(args, context),
        resolve: (changed: ChangeNode) => changed,
      }),
    }),
  })
}

interface ChangedArgs {
  readonly fromDate?: DateArgs['fromDate'] | null | undefined
  readonly toDate?: DateArgs['toDate']
  readonly type?: CalendarEventType | null | undefined
}

const subscribe = async (args: ChangedArgs, context: Context) => {
  const { parts, viewer } = context
  const { type } = args
  const only =
    type === null || type === undefined
      ? {}
      : { keeps: (event: CalendarEvent) => typeOf(event) === type }
  const watch = await runOrThrow(parts)(
    pipe(
      TE.fromEither<Failure, Window>(windowOf(args, context)),
      TE.chainW((window) => parts.calendar.watch({ viewer, window, audience: 'Visible', ...only })),
    ),
  )
  return changesOf(watch, context)
}

/** Without dates everything. */
const windowOf = (args: ChangedArgs, { parts }: Context): E.Either<BadInput, Window> => {
  const { fromDate, toDate } = args
  if (fromDate !== null && fromDate !== undefined) {
    return readDateRange({ fromDate, toDate }, { now: parts.clock.now(), ...parts.limits })
  }
  return E.right(
    toDate === null || toDate === undefined
      ? everything
      : { startTo: { at: roundUp(toDate), closed: false } },
  )
}
