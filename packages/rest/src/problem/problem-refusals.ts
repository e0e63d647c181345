import { PROBLEMS } from './problem.js'
import { problemSchema } from './problem-schema.js'
import type { Refusals } from './refusals.js'

/** Refusals as problem details. @see https://www.rfc-editor.org/rfc/rfc9457 */
export const problemRefusals: Refusals = {
  status: (code) => PROBLEMS[code].status,
  mediaType: 'application/problem+json',
  body: ({ code, detail, errors }) => {
    const { status, title } = PROBLEMS[code]
    return { type: `urn:kalends:problem:${code}`, title, status, code, detail, errors }
  },
  schema: (codes) => ({ allOf: [problemSchema, { properties: { code: { enum: codes } } }] }),
}
