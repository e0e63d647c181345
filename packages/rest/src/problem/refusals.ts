import type { Schema } from '../wire/schema.js'
import type { Problem, ProblemCode } from './problem.js'

/** How a contract writes what it refuses. */
export interface Refusals {
  readonly status: (code: ProblemCode) => number
  readonly mediaType: string
  /** What is written, as JSON. What a store or a directory said of its trouble is not in a problem. */
  readonly body: (problem: Problem) => unknown
  /** What `body` gives for these codes, which have one status. */
  readonly schema: (codes: readonly ProblemCode[]) => Schema
}
