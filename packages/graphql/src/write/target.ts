import { isUid, namedBy } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import { badInput } from '../errors/bad-input.js'
import type { Failure } from '../errors/failure.js'

/** What a change is of: an event, one occurrence, or an occurrence and all that follow it. */
export type Target =
  | { readonly type: 'Event'; readonly uid: string }
  | {
      readonly type: 'This' | 'Following'
      readonly uid: string
      readonly recurrenceId: string
    }

/** Reads what an id and a scope name together. A scope is said of an occurrence only; `This` when it is left out. */
export const targetOf = ({
  id,
  scope,
}: {
  readonly id: string
  readonly scope?: 'This' | 'Following' | null | undefined
}): E.Either<Failure, Target> => {
  const { uid, recurrenceId } = namedBy(id)
  if (!isUid(uid)) return E.left({ type: 'Rejected', rejection: { type: 'NotFound' } })
  if (recurrenceId !== null) return E.right({ type: scope ?? 'This', uid, recurrenceId })
  return scope === null || scope === undefined
    ? E.right({ type: 'Event', uid })
    : E.left(badInput('SCOPE_NEEDS_OCCURRENCE', 'A scope needs the id of an occurrence'))
}
