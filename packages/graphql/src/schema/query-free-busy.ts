import type { BusyInterval, FreeBusy, TimeZoneId } from '@kalends/core'
import { roundDown, roundUp } from '@kalends/core'
import { pipe } from 'fp-ts/lib/function.js'
import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Context } from '../context/context.js'
import type { BadInput } from '../errors/bad-input.js'
import { badInput } from '../errors/bad-input.js'
import type { Failure } from '../errors/failure.js'
import { runOrThrow } from '../errors/run-or-throw.js'
import type { GraphqlLimits } from '../options.js'
import type { DateArgs } from '../read/date-range.js'
import type { Builder } from './builder.js'
import type { Enums } from './enums.js'
import type { UserType } from './user.js'

/** What the field is made of. */
export interface QueryFreeBusyParts {
  readonly enums: Enums
  readonly user: UserType
}

/** Adds `Query.freeBusy`: when users are busy, and nothing else. */
export const addQueryFreeBusy = (builder: Builder, { enums, user }: QueryFreeBusyParts): void => {
  const busy = builder.objectRef<BusyInterval>('BusyInterval').implement({
    fields: (t) => ({
      start: t.field({ type: 'DateTime', resolve: ({ start }) => start }),
      end: t.field({ type: 'DateTime', resolve: ({ end }) => end }),
      type: t.field({ type: enums.busy, resolve: ({ type }) => type }),
    }),
  })
  const freeBusy = builder.objectRef<FreeBusy>('UserFreeBusy').implement({
    fields: (t) => ({
      user: t.field({ type: user, resolve: ({ userId }) => userId }),
      busy: t.field({
        type: [busy],
        description: 'By start, none overlapping.',
        resolve: (found) => found.busy,
      }),
    }),
  })
  builder.queryField('freeBusy', (t) =>
    t.field({
      type: [freeBusy],
      description: 'When users are busy. For everyone of the tenant, about everyone.',
      args: {
        userIds: t.arg.idList({ required: true }),
        fromDate: t.arg({ type: 'DateTime', required: true }),
        toDate: t.arg({ type: 'DateTime', required: true }),
        timeZone: t.arg({
          type: 'TimeZone',
          description: 'Where all-day events lie. Default UTC.',
        }),
      },
      resolve: (_root, args, context) => queryFreeBusy(args, context),
    }),
  )
}

interface FreeBusyArgs extends Required<DateArgs> {
  readonly userIds: readonly string[]
  readonly timeZone?: TimeZoneId | null | undefined
}

const queryFreeBusy = (
  args: FreeBusyArgs,
  { parts, viewer: { tenantId } }: Context,
): Promise<readonly FreeBusy[]> => {
  const { timeZone } = args
  return runOrThrow(parts)(
    pipe(
      TE.fromEither<Failure, Range>(rangeOf(args, parts.limits)),
      TE.chainW((range) =>
        parts.calendar.freeBusy({
          tenantId,
          userIds: [...new Set(args.userIds)],
          ...range,
          ...(timeZone === null || timeZone === undefined ? {} : { timeZone }),
        }),
      ),
    ),
  )
}

interface Range {
  readonly from: number
  readonly to: number
}

const rangeOf = (
  { userIds, fromDate, toDate }: FreeBusyArgs,
  { freeBusyMs, freeBusyUsers }: GraphqlLimits,
): E.Either<BadInput, Range> => {
  if (new Set(userIds).size > freeBusyUsers) {
    return E.left(badInput('TOO_MANY_USERS', `At most ${freeBusyUsers} users may be listed`))
  }
  const from = roundDown(fromDate)
  const to = toDate === null || toDate === undefined ? from : roundUp(toDate)
  if (from >= to) {
    return E.left(
      badInput('INVALID_DATE_RANGE', 'Invalid date range: fromDate must be before toDate'),
    )
  }
  return to - from > freeBusyMs
    ? E.left(badInput('WINDOW_TOO_LONG', 'The date range is too long'))
    : E.right({ from, to })
}
