import type { Endpoint } from '../http/index.js'
import type { DocumentInfo } from '../openapi/index.js'
import type { Refusals } from '../problem/index.js'

/** A contract over HTTP: what it serves, and how it refuses. */
export interface Dialect {
  /** What its paths begin with: what is under it and not there is refused in its own words. */
  readonly prefix: string
  /** Where its OpenAPI document is. */
  readonly documentPath: string
  readonly info: DocumentInfo
  readonly endpoints: readonly Endpoint[]
  readonly refusals: Refusals
}
