import type { Viewer } from '@kalends/core'
import type { GraphqlParts } from '../parts.js'
import type { Loaders } from './loaders.js'
import type { Outside } from './outside.js'

/** What every resolver is given. */
export interface Context {
  readonly parts: GraphqlParts
  readonly viewer: Viewer
  readonly loaders: Loaders
  /** What the answer says that the log does not. */
  readonly outside: Outside
  /** Aborts when the caller leaves. Made when it is asked for: it costs as much as an answer. */
  readonly leaving: () => AbortSignal
}
