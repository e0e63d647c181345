import type { RecurrenceId } from '@kalends/core'
import {
  defaultLimits,
  occurrencesIn,
  openSeries,
  printRecurrence,
  recurrenceIdOf,
} from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Plan } from './plan-of.js'

/** The occurrences after one; null where they do not end, or are more than a series may have changed. */
export const followingOf = (
  { time, pattern }: Pick<Plan, 'time' | 'pattern'>,
  after: RecurrenceId,
): readonly RecurrenceId[] | null => {
  const open = openSeries({ time, recurrence: printRecurrence(pattern, time) })
  if (open.isEndless()) return null
  const limit = defaultLimits.overrides
  const found = occurrencesIn(open, { direction: 'backward', limit: limit + 1 })
  if (E.isLeft(found)) return null
  const ids = [...found.right.localSeconds].map(recurrenceIdOf).filter((id) => id > after)
  return ids.length > limit ? null : ids.toReversed()
}
