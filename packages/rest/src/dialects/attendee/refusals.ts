import type { FieldError, Problem, ProblemCode, Refusals } from '../../problem/index.js'
import { pathOf, PROBLEMS } from '../../problem/index.js'

/** Bad parameters are 400 and one `error`, the first; everything else is a `detail`. A cursor that is no good is not found. */
export const refusals: Refusals = {
  status: (code) => (CURSOR.has(code) ? 404 : PROBLEMS[code].status),
  mediaType: 'application/json',
  body: (problem) =>
    isBadRequest(problem.code) ? { error: errorOf(problem) } : { detail: detailOf(problem) },
  schema: (codes) => (codes.some(isBadRequest) ? errorSchema : detailSchema),
}

const CURSOR: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'INVALID_CURSOR',
  'CURSOR_EXPIRED',
  'SNAPSHOT_EXPIRED',
])

const isBadRequest = (code: ProblemCode): boolean => refusals.status(code) === 400

const errorOf = ({ code, detail, errors }: Problem): string =>
  wordsOf(errors?.[0]) ?? detail ?? PROBLEMS[code].title

/** A whole sentence stands for itself; any other words need to say what they are about. */
const wordsOf = (error: FieldError | undefined): string | undefined => {
  if (error === undefined) return undefined
  const { pointer, detail } = error
  const name = pathOf(pointer).join('.')
  return name === '' || /^[A-Z]/.test(detail) ? detail : `${name} ${detail}`
}

const detailOf = ({ code, detail }: Problem): string =>
  CURSOR.has(code) ? 'Invalid cursor' : (WORDS[code] ?? detail ?? PROBLEMS[code].title)

const WORDS: Partial<Record<ProblemCode, string>> = {
  UNAUTHENTICATED: 'Authentication credentials were not provided or are not valid.',
  FORBIDDEN: 'You do not have permission to perform this action.',
  NOT_FOUND: 'Not found.',
  METHOD_NOT_ALLOWED: 'Method not allowed.',
}

const errorSchema = {
  title: 'Error',
  type: 'object',
  required: ['error'],
  properties: { error: { type: 'string' } },
}

const detailSchema = {
  title: 'Detail',
  type: 'object',
  required: ['detail'],
  properties: { detail: { type: 'string' } },
}
