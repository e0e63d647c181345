import type { Problem } from './problem.js'
import type { Refusals } from './refusals.js'
import { problemRefusals } from './problem-refusals.js'

/** A problem as an answer of its own, as a contract writes it; as problem details unless said. */
export const problemResponse = (problem: Problem, refusals: Refusals = problemRefusals): Response =>
  Response.json(refusals.body(problem), {
    status: refusals.status(problem.code),
    headers: { ...problem.headers, 'Content-Type': refusals.mediaType },
  })
