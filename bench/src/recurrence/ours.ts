import {
  next,
  occurrencesIn,
  openSet,
  parseICalendarSet,
  type RecurrenceRejection,
} from '@kalends/core/recurrence'
import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { Library } from './library.js'

/** This library, as `@kalends/core/recurrence` has it. */
export const ours: Library = {
  name: 'ours',
  clock: 'Instant',
  msOf: (results) => Array.from(results, Number),
  open: (text) => {
    const open = allowed(openSet(allowed(parseICalendarSet(text, { mode: 'strict' })).set))
    return {
      first: (limit) => allowed(occurrencesIn(open, { limit })).startMs,
      between: ({ fromMs, toMs }) =>
        allowed(occurrencesIn(open, { from: fromMs, to: toMs })).startMs,
      next: ({ fromMs }) => {
        const found = allowed(next(open, fromMs - 1))
        return found === null ? [] : [found.startMs]
      },
    }
  },
}

/** The lines to a set, not yet tied to its start. */
export const parseOnly = (text: string): unknown =>
  allowed(parseICalendarSet(text, { mode: 'strict' }))

const allowed = <A>(answer: Either<RecurrenceRejection, A>): A => {
  if (E.isLeft(answer)) throw new Error(JSON.stringify(answer.left))
  return answer.right
}
