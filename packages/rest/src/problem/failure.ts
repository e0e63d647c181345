import type { CommandFailure, ReadFailure } from '@kalends/core'
import type { Problem } from './problem.js'

/** What a handler may come to instead of an answer: a failure of core's, or a refusal of the facade's own. */
export type Failure =
  CommandFailure | ReadFailure | { readonly type: 'Refused'; readonly problem: Problem }

/** A refusal of the facade's own. */
export const refused = (problem: Problem): Failure => ({ type: 'Refused', problem })
