import type * as t from 'io-ts'
import { pointerTo } from '../problem/pointer.js'
import type { FieldError } from '../problem/problem.js'

/** What io-ts found, as the wire tells it: every part once, at most 100 of them. */
export const fieldErrors = (
  errors: t.Errors,
  prefix: readonly string[] = [],
): readonly FieldError[] =>
  errors.slice(0, MAX_ERRORS).map(({ context, message }) => ({
    pointer: pointerTo([...prefix, ...context.slice(1).map(({ key }) => key)]),
    detail: message ?? 'is not valid',
  }))

const MAX_ERRORS = 100
