import type { ReadFailure } from '@kalends/core'
import type { Failure } from '../problem/index.js'
import { refused } from '../problem/index.js'
import { described, text } from '../wire/index.js'

/** A token as an earlier answer gave it. */
export const SinceParam = described(text({ min: 0 }), {
  description: 'Opaque, of one caller, and does not expire.',
})

/** Names the parameter or header that had a token which is none of this caller's. */
export const naming =
  (pointer: '/since' | '/Last-Event-ID') =>
  (failure: ReadFailure): Failure =>
    failure.type === 'InvalidCursor'
      ? refused({
          code: 'INVALID_CURSOR',
          errors: [{ pointer, detail: 'must be as an earlier answer gave it' }],
        })
      : failure
