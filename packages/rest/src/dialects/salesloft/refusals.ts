import type { Problem, ProblemCode, Refusals } from '../../problem/index.js'
import { pathOf, PROBLEMS } from '../../problem/index.js'

/** Bad parameters are 422 and told by name, each with all that is wrong with it; everything else is one sentence. */
export const refusals: Refusals = {
  status: (code) => (UNPROCESSABLE.has(code) ? 422 : PROBLEMS[code].status),
  mediaType: 'application/json',
  body: (problem) =>
    UNPROCESSABLE.has(problem.code)
      ? { errors: byParameter(problem) }
      : { error: problem.detail ?? PROBLEMS[problem.code].title },
  schema: (codes) => (codes.some((code) => UNPROCESSABLE.has(code)) ? errorsSchema : errorSchema),
}

const UNPROCESSABLE: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'VALIDATION_FAILED',
  'RECURRENCE_TOO_COSTLY',
])

const byParameter = ({ code, detail, errors = [] }: Problem) => {
  if (errors.length === 0) return { base: [detail ?? PROBLEMS[code].title] }
  const found = new Map<string, readonly string[]>()
  for (const { pointer, detail: each } of errors) {
    const name = pathOf(pointer).join('.')
    found.set(name, [...(found.get(name) ?? []), each])
  }
  return Object.fromEntries(found)
}

const errorsSchema = {
  title: 'Errors',
  type: 'object',
  required: ['errors'],
  properties: {
    errors: {
      type: 'object',
      description: 'By parameter; `base` is the request as a whole.',
      additionalProperties: { type: 'array', items: { type: 'string' } },
    },
  },
}

const errorSchema = {
  title: 'Error',
  type: 'object',
  required: ['error'],
  properties: { error: { type: 'string' } },
}
