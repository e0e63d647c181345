import {
  countIn,
  next,
  occurrencesIn,
  openSet,
  type OpenSet,
  parseRule,
  previous,
  printRule,
  type RecurrenceRejection,
  type RecurrenceSet,
} from '@kalends/core/recurrence'
import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { OpenRecurrence, RecurrenceEngine } from '../src/index.js'

/** Laws ask for more than a page. */
const ASKED = { budget: 20_000_000 }

/** The engine of core, as the laws ask it. */
export const coreEngine: RecurrenceEngine = {
  open: (set) => {
    const open = openSet(set)
    return E.isRight(open) ? opened(open.right) : null
  },
  print: printRule,
  parse: (text) => {
    const parsed = parseRule(text, { mode: 'strict', start: null })
    return E.isRight(parsed) ? parsed.right : null
  },
}

const opened = (open: OpenSet): OpenRecurrence => ({
  within: (from, to) => [...answered(occurrencesIn(open, { ...ASKED, from, to })).startMs],
  backwards: (from, to) => [
    ...answered(occurrencesIn(open, { ...ASKED, from, to, direction: 'backward' })).startMs,
  ],
  count: (from, to) => answered(countIn(open, { ...ASKED, from, to })),
  next: (at) => answered(next(open, at, ASKED))?.startMs ?? null,
  previous: (at) => answered(previous(open, at, ASKED))?.startMs ?? null,
})

const answered = <A>(answer: Either<RecurrenceRejection, A>): A => {
  if (E.isLeft(answer)) throw new Error(JSON.stringify(answer.left))
  return answer.right
}

/** A page of a hundred: as long as it may be, or the refusal. */
export const pageOf = (
  set: RecurrenceSet,
  direction: 'forward' | 'backward',
): Either<RecurrenceRejection, number> => {
  const open = openSet(set)
  if (E.isLeft(open)) return open
  const page = occurrencesIn(open.right, { limit: 100, direction })
  return E.isLeft(page) ? page : E.right(page.right.startMs.length)
}
