import type { Either } from 'fp-ts/lib/Either.js'
import { right } from './either.js'
import { type OccurrenceQuery, occurrencesIn } from './occurrences-in.js'
import type { Occurrence, WorkLimit } from './occurrences.js'
import type { OpenSet } from './open-set.js'
import type { RecurrenceRejection } from './rejection.js'

/** The first occurrence that starts after `afterMs`; null when there is none. */
export const next = (
  open: OpenSet,
  afterMs: number,
  limit: WorkLimit = {},
): Either<RecurrenceRejection, Occurrence | null> =>
  firstOf(open, { ...limit, from: Math.floor(afterMs) + 1, direction: 'forward' })

/** The last occurrence that starts before `beforeMs`; null when there is none. */
export const previous = (
  open: OpenSet,
  beforeMs: number,
  limit: WorkLimit = {},
): Either<RecurrenceRejection, Occurrence | null> =>
  firstOf(open, { ...limit, to: beforeMs, direction: 'backward' })

const firstOf = (
  open: OpenSet,
  query: OccurrenceQuery,
): Either<RecurrenceRejection, Occurrence | null> => {
  const found = occurrencesIn(open, { ...query, limit: 1 })
  if (found._tag === 'Left') return found
  const startMs = found.right.startMs[0]
  const localSeconds = found.right.localSeconds[0]
  const isNone = startMs === undefined || localSeconds === undefined
  return right(isNone ? null : { startMs, localSeconds })
}
