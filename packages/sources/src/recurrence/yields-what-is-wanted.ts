import type { EventTime, OpenSet, Pattern } from '@kalends/core'
import { occurrencesIn, openRecurrence, printRecurrence } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'

/** When a series starts, and how it repeats. */
export interface Planned {
  readonly time: EventTime
  readonly pattern: Pattern
}

/** Whether a plan yields what its provider's lines do, as far as the first hundred tell. */
export const yieldsWhatIsWanted = ({ time, pattern }: Planned, wanted: OpenSet): boolean => {
  const open = openRecurrence(time, printRecurrence(pattern, time))
  if (E.isLeft(open)) return false
  const made = startsOf(open.right)
  const asked = startsOf(wanted)
  return made !== null && asked !== null && made.join() === asked.join()
}

const startsOf = (open: OpenSet): readonly number[] | null => {
  const found = occurrencesIn(open, { limit: 100 })
  return E.isLeft(found) ? null : [...found.right.startMs]
}
