import type { BotFailure, BotRefusal } from '@kalends/core'
import type { Failure, Problem } from '../../../problem/index.js'
import { fieldErrorOf, invalid, invalidAt, refused } from '../../../problem/index.js'

/** A failure about a bot as the dialect refuses: what is wrong with a new one is wrong with a field. */
export const botProblem = (failure: BotFailure): Failure =>
  failure.type === 'Rejected' ? refused(problemOf(failure.rejection)) : failure

const problemOf = (refusal: BotRefusal): Problem => {
  switch (refusal.type) {
    case 'NotFound':
      return { code: 'NOT_FOUND' }
    case 'InvalidFields':
      return invalid(refusal.problems.map(fieldErrorOf))
    case 'UnknownEvent':
      return invalidAt('/event_id', 'names no event')
    case 'NeedsOccurrence':
      return invalidAt('/event_id', 'names a series: a bot joins one of its occurrences')
    case 'EventCancelled':
      return invalidAt('/event_id', 'names an event that is cancelled')
    case 'TooManyBots':
      return invalidAt('/event_id', `names an event that has ${refusal.limit} bots, the most`)
    case 'IllegalStep':
      return invalidAt('/state', `cannot be ${refusal.to} after ${refusal.from}`)
  }
}
