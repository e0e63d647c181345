import { isUid } from '@kalends/core'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { required } from '../http/index.js'
import type { Failure } from '../problem/index.js'
import { refused } from '../problem/index.js'
import { eventPath } from './event-path.js'
import { RecurrenceIdText } from './recurrence-id.js'
import { PathText } from './texts.js'

/** The path parameters that name an occurrence of a series. */
export const occurrencePath = {
  ...eventPath,
  recurrence_id: required(
    PathText,
    'Which occurrence: its start before it was moved, like `20270308T140000Z`; like `20270308` when the series is all-day.',
  ),
}

/** Which occurrence is meant. */
export interface OccurrenceKey {
  readonly uid: string
  readonly recurrenceId: string
}

/** The ids as ones that an occurrence may have; what nothing is called is found nowhere. */
export const occurrenceKeyOf = ({
  event_id: uid,
  recurrence_id: recurrenceId,
}: {
  readonly event_id: string
  readonly recurrence_id: string
}): TE.TaskEither<Failure, OccurrenceKey> =>
  isUid(uid) && RecurrenceIdText.is(recurrenceId)
    ? TE.right({ uid, recurrenceId })
    : TE.left(refused({ code: 'NOT_FOUND' }))
