import type { Changes } from '@kalends/core'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { endpoint, noBody, optional, repeated } from '../http/index.js'
import type { Failure } from '../problem/index.js'
import { closed, described, flag, listOf, named, text } from '../wire/index.js'
import type { ChangeShown } from './change-answer.js'
import { ChangeAnswer, changesAnswered } from './change-answer.js'
import { BodyFormat } from './enums.js'
import { viewerOf } from './envelope.js'
import type { NativeLimits, NativeParts } from './options.js'
import { AsOfParam, asOfOf, pageLimit } from '../kit/index.js'
import { naming, SinceParam } from './since.js'
import { TimeZone } from './texts.js'
import { windowOf, windowQuery } from './window-query.js'

const changesQuery = ({ pageLimitMax, pageLimitDefault }: NativeLimits) => ({
  since: optional(SinceParam, 'From when on; left out to be given a token and no items.'),
  ...windowQuery,
  time_zone: optional(TimeZone, 'Where all-day events are compared; default UTC.'),
  body_format: repeated(BodyFormat, 'The formats of the bodies; all when none is named.'),
  page_limit: optional(
    pageLimit(pageLimitMax),
    `How many changed events of the tenant to look at, at most; default ${pageLimitDefault}.`,
  ),
  as_of: optional(
    AsOfParam,
    'Up to an instant or a position of the log; without `since`, the token is of that moment.',
  ),
})

const ChangesAnswer = named(
  'Changes',
  closed(
    {
      items: described(listOf(ChangeAnswer), {
        description: 'Each event once, by its last change; oldest first.',
      }),
      next_token: described(text({ min: 1 }), { description: 'To be sent as `since` next time.' }),
      has_more: described(flag, {
        description: 'Whether to ask again at once: there may be more, though there were no items.',
      }),
    },
    {},
  ),
)

/** `GET /calendar/changes`: what changed in the caller's calendar since a token. */
export const getChanges = (parts: NativeParts) =>
  endpoint({
    method: 'GET',
    path: '/calendar/changes',
    operationId: 'getChanges',
    summary: 'See what changed',
    description:
      "What became of the caller's events since a token, silent updates included. With a window, only what is in it, was moved into it or out of it; a token is good for any window.",
    params: {},
    query: changesQuery(parts.limits),
    headers: [],
    body: noBody,
    answers: { 200: { description: 'The changes, and a token.', codec: ChangesAnswer } },
    problems: ['INVALID_CURSOR', 'SNAPSHOT_EXPIRED'],
    handle: ({ identity, query: { since, time_zone: timeZone, ...query } }) =>
      pipe(
        parts.calendar.changes({
          viewer: viewerOf(identity),
          limit: query.page_limit ?? parts.limits.pageLimitDefault,
          window: windowOf(query),
          ...(since === undefined ? {} : { since }),
          ...(timeZone === undefined ? {} : { timeZone }),
          ...asOfOf(query),
        }),
        TE.mapLeft(naming('/since')),
        TE.chain((found) =>
          pageAnswered(parts, { identity, formats: query.body_format ?? [] }, found),
        ),
      ),
  })

const pageAnswered = (parts: NativeParts, shown: ChangeShown, { items, next, more }: Changes) =>
  pipe(
    TE.fromTask<Awaited<ReturnType<ReturnType<typeof changesAnswered>>>, Failure>(
      changesAnswered(parts, shown, items),
    ),
    TE.map((answered) => ({
      status: 200,
      body: { items: answered, next_token: next, has_more: more },
    })),
  )
