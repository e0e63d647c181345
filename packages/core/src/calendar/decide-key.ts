import * as E from 'fp-ts/lib/Either.js'
import type { ClaimKey, ReleaseKey } from './command.js'
import type { DomainEvent } from './domain-event.js'
import type { Rejection } from './rejection.js'
import type { State } from './state.js'

/** Decides which calendar has a deduplication key: the first that claims it, until it gives it up. */
export const decideKey = (
  { type, at, calendarId }: ClaimKey | ReleaseKey,
  state: State,
): E.Either<Rejection, readonly DomainEvent[]> => {
  const holder = state.type === 'DeduplicationKey' ? state.calendarId : null
  if (type === 'ReleaseKey') {
    return E.right(holder === calendarId ? [{ type: 'DeduplicationKeyReleased', at }] : [])
  }
  if (holder === calendarId) return E.right([])
  return state.type === 'Absent'
    ? E.right([{ type: 'DeduplicationKeyClaimed', at, calendarId }])
    : E.left(TAKEN)
}

const TAKEN: Rejection = {
  type: 'InvalidFields',
  problems: [{ path: ['deduplicationKey'], reason: 'Taken' }],
}
