import type { Recurrence } from '@kalends/core'
import { defaultLimits, printRecurrence, readRecurrence } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Refusal } from '../mapping/imported.js'
import type { Plan } from './plan-of.js'
import { refusalFrom } from './refusal-from.js'

/** Prints a plan in lines that core's strict reading takes; refuses what core would refuse. */
export const linesOf = ({
  time,
  pattern,
}: Pick<Plan, 'time' | 'pattern'>): E.Either<Refusal, Recurrence> => {
  const lines = printRecurrence(pattern, time)
  const read = readRecurrence(time, lines, defaultLimits)
  if (E.isRight(read)) return E.right(lines)
  const { left } = read
  return E.left(
    left.type === 'InvalidRecurrence'
      ? refusalFrom(left.refusal)
      : { reason: 'InvalidRecurrence', field: 'RRULE' },
  )
}
