import type { Problem } from './problem.js'
import { PROBLEMS } from './problem.js'

/** A problem as its own answer. @see https://www.rfc-editor.org/rfc/rfc9457 */
export const problemResponse = ({ code, detail, errors, headers }: Problem): Response => {
  const { status, title } = PROBLEMS[code]
  return Response.json(
    { type: `urn:kalends:problem:${code}`, title, status, code, detail, errors },
    { status, headers: { ...headers, 'Content-Type': 'application/problem+json' } },
  )
}
