import type { CalendarEvent } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Identity } from '../http/index.js'
import type { Failure } from '../problem/index.js'
import { invalid, refused } from '../problem/index.js'
import { patchedBody } from './body-patch.js'
import type { EventPatch, NewBody } from './event-patch.js'

/**
 * The description that a patch makes: one without a format is merged onto that of the event, which is read only
 * then.
 */
export const mergedBody = (
  { body }: EventPatch,
  { userId }: Identity,
  read: TE.TaskEither<Failure, CalendarEvent>,
): TE.TaskEither<Failure, NewBody> => {
  if (body === undefined) return TE.right({})
  if (body === null) return TE.right({ body: null })
  if (body.type === 'Whole') return TE.right({ body: body.body })
  return pipe(
    read,
    TE.chain((event) => {
      if (event.organizer !== userId) return TE.left(refused({ code: 'FORBIDDEN' }))
      const patched = patchedBody(event.body, body.patch)
      return E.isLeft(patched)
        ? TE.left(refused(invalid(patched.left)))
        : TE.right({ body: patched.right })
    }),
  )
}
