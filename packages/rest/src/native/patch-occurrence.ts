import { occurrenceOf } from '@kalends/core'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { endpoint } from '../http/index.js'
import type { Failure } from '../problem/index.js'
import { invalid, refused } from '../problem/index.js'
import { eventDocument } from './answers.js'
import { changeFollowing } from './change-following.js'
import type { OccurrenceChange } from './change-occurrence.js'
import { changeOccurrence } from './change-occurrence.js'
import { viewerOf } from './envelope.js'
import type { EventPatch } from './event-patch.js'
import { eventPatch } from './event-patch.js'
import { mergedBody } from './merged-body.js'
import { occurrenceKeyOf, occurrencePath } from './occurrence-path.js'
import type { NativeParts } from './options.js'
import { rangeRefusal } from './range-refusal.js'
import type { Scope } from './scope.js'
import { scopeQuery } from './scope.js'

/** `PATCH .../occurrences/{recurrence_id}`: changes one occurrence of a series, or splits the series there. */
export const patchOccurrence = (parts: NativeParts) =>
  endpoint({
    method: 'PATCH',
    path: '/calendar/events/{event_id}/occurrences/{recurrence_id}',
    operationId: 'patchOccurrence',
    summary: 'Change one occurrence, or it and all that follow',
    description:
      'A JSON Merge Patch (RFC 7396) by the organizer. With `scope=this` it changes this occurrence alone, in `title`, `time_slot`, `location`, `body`, `attachments` and `status`; other fields are those of the whole series. With `scope=following` the series ends before this occurrence and goes on as a new event with the changes, which is the answer; at the first occurrence the series itself is changed.',
    params: occurrencePath,
    query: scopeQuery,
    headers: ['If-Match', 'Idempotency-Key'],
    body: {
      codec: eventPatch(parts.limits),
      mediaTypes: ['application/merge-patch+json', 'application/json'],
    },
    answers: {
      200: eventDocument('The occurrence as it is now; with `scope=following` the new series.'),
    },
    problems: [
      'EMPTY_PATCH',
      'INVALID_TIME_RANGE',
      'INVALID_RECURRENCE',
      'OVERRIDES_LIMIT_EXCEEDED',
      'FORBIDDEN',
      'EVENT_CANCELLED',
      'REVISION_MISMATCH',
      'IDEMPOTENCY_KEY_REUSED',
    ],
    handle: ({ body: patch, params, query: { scope = 'This' }, ...asked }) =>
      pipe(
        scopeRefusal(patch, scope),
        TE.chain(() => rangeRefusal(patch)),
        TE.chain(() => occurrenceKeyOf(params)),
        TE.bindTo('key'),
        TE.bind('body', ({ key }) =>
          mergedBody(patch, asked.identity, stored(parts, { ...asked, key, scope })),
        ),
        TE.chain(({ key, body }) => CHANGE[scope](parts, { ...asked, key, patch, body })),
      ),
  })

/** What the description of a patch is merged onto. */
const stored = (
  { calendar }: NativeParts,
  { identity, key, scope }: Pick<OccurrenceChange, 'identity' | 'key'> & { readonly scope: Scope },
) =>
  pipe(
    calendar.getOccurrence({ viewer: viewerOf(identity), ...key }),
    TE.map(({ series, recurrenceId }) =>
      scope === 'This' ? occurrenceOf(series, recurrenceId) : series,
    ),
  )

const CHANGE = { This: changeOccurrence, Following: changeFollowing } as const

/** What one occurrence cannot have for itself. */
const scopeRefusal = (patch: EventPatch, scope: Scope): TE.TaskEither<Failure, void> => {
  const foreign = scope === 'This' ? OF_SERIES.filter((name) => patch[name] !== undefined) : []
  return foreign.length === 0
    ? TE.right(undefined)
    : TE.left(
        refused(
          invalid(
            foreign.map((name) => ({
              pointer: `/${name}`,
              detail: 'is of the whole series: change that, or use scope=following',
            })),
          ),
        ),
      )
}

const OF_SERIES = ['recurrence', 'visibility', 'calendar_id', 'show_participant_list'] as const
