import type { Schema } from '../wire/schema.js'
import { PROBLEMS } from './problem.js'

/** What a refusal by RFC 9457 looks like. @see https://www.rfc-editor.org/rfc/rfc9457 */
export const problemSchema: Schema = {
  title: 'Problem',
  type: 'object',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(PROBLEMS) },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        title: 'FieldError',
        type: 'object',
        required: ['pointer', 'detail'],
        properties: {
          pointer: {
            type: 'string',
            description:
              'A JSON Pointer into the body, or `/` and the name of a parameter or header.',
          },
          detail: { type: 'string' },
        },
      },
    },
  },
}
