import type { Actor, HistoryPage, RecordedOf } from '@kalends/core'
import { DomainEventCodec, isUid, namedBy } from '@kalends/core'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Context } from '../context/context.js'
import type { Failure } from '../errors/failure.js'
import { runOrThrow } from '../errors/run-or-throw.js'
import { readPagination } from '../read/pagination.js'
import type { Builder } from './builder.js'

type Item = RecordedOf<'event'>

/** Adds `Query.history` and `Query.explain`. For organizers. */
export const addQueryHistory = (builder: Builder): void => {
  const item = newItem(builder)
  const page = builder.objectRef<HistoryPage>('HistoryPage').implement({
    fields: (t) => ({
      items: t.field({ type: [item], resolve: ({ items }) => items }),
      next: t.field({
        type: 'Cursor',
        nullable: true,
        description: 'For `after`; null on the last page.',
        resolve: ({ next }) => next,
      }),
    }),
  })
  builder.queryField('history', (t) =>
    t.field({
      type: page,
      description: 'What happened to an event, oldest first. For its organizer.',
      args: {
        eventId: t.arg.id({ required: true }),
        first: t.arg.int(),
        after: t.arg({ type: 'Cursor', description: 'A `next` of an earlier page.' }),
      },
      resolve: (_root, args, context) => queryHistory(args, context),
    }),
  )
  builder.queryField('explain', (t) =>
    t.field({
      type: [item],
      description:
        'What made an occurrence what it is, oldest first, also in the series before a split. For its organizer.',
      args: { id: t.arg.id({ required: true, description: 'Of an occurrence.' }) },
      resolve: (_root, { id }, { parts, viewer }) => {
        const { uid, recurrenceId } = namedBy(id)
        return runOrThrow(parts)<readonly Item[]>(
          recurrenceId === null || !isUid(uid)
            ? NOT_FOUND
            : parts.calendar.explain({ viewer, uid, recurrenceId }),
        )
      },
    }),
  )
}

const NOT_FOUND = TE.left<Failure>({ type: 'Rejected', rejection: { type: 'NotFound' } })

const newItem = (builder: Builder) =>
  builder.objectRef<Item>('HistoryItem').implement({
    description: 'A domain event.',
    fields: (t) => ({
      type: t.string({ resolve: ({ happened }) => happened.type }),
      version: t.exposeInt('version'),
      position: t.exposeInt('position'),
      recordedAt: t.field({ type: 'DateTime', resolve: ({ recordedAt }) => recordedAt }),
      actor: t.string({
        description: 'A user id, or `system:` and a name.',
        resolve: ({ actor }) => actorOf(actor),
      }),
      data: t.field({
        type: 'JSON',
        description: 'What it says, in the words of the log.',
        resolve: ({ happened }) => {
          const { type: _, ...data } = DomainEventCodec.encode(happened)
          return data
        },
      }),
    }),
  })

const actorOf = (actor: Actor): string =>
  actor.type === 'User' ? actor.userId : `system:${actor.name}`

interface HistoryArgs {
  readonly eventId: string
  readonly first?: number | null | undefined
  readonly after?: string | null | undefined
}

const queryHistory = (
  { eventId: uid, first, after }: HistoryArgs,
  { parts, viewer }: Context,
): Promise<HistoryPage> =>
  runOrThrow(parts)(
    pipe(
      TE.fromEither<Failure, { readonly count: number }>(
        readPagination({ first: first ?? parts.limits.pageSizeDefault }, parts.limits),
      ),
      TE.filterOrElse(
        () => isUid(uid),
        (): Failure => ({ type: 'Rejected', rejection: { type: 'NotFound' } }),
      ),
      TE.chainW(({ count }) =>
        parts.calendar.history({
          viewer,
          uid,
          limit: Math.max(1, count),
          ...(after === null || after === undefined ? {} : { cursor: after }),
        }),
      ),
    ),
  )
