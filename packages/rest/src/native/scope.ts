import type * as t from 'io-ts'
import { optional } from '../http/index.js'
import { oneOf } from '../wire/index.js'

const ScopeParam = oneOf(['this', 'This'], ['following', 'Following'])

/** How far a change of an occurrence reaches. */
export type Scope = t.TypeOf<typeof ScopeParam>

/** The query parameter that says so; `this` when it is left out. */
export const scopeQuery = {
  scope: optional(
    ScopeParam,
    'Whether the change is for this occurrence alone, or for all that follow it too; default `this`.',
  ),
}
