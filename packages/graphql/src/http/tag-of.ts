import { createHash } from 'node:crypto'
import type { Viewer } from '@kalends/core'

/** What an answer follows from. */
export interface Tagged {
  readonly viewer: Viewer
  /** A hash of it. */
  readonly document: string
  readonly operationName: string | null
  /** As JSON. */
  readonly variables: string
  /** Of the log. */
  readonly position: number
  /** Changes before the cursors of an answer would become old. */
  readonly era: number
  /** What the answer says that the log does not, in no order. */
  readonly outside: readonly string[]
}

/** The entity tag of an answer: weak, since cursors are signed anew. @see https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3 */
export const tagOf = ({ viewer, position, outside, ...asked }: Tagged): string => {
  const { document, operationName, variables, era } = asked
  const said = [viewer.tenantId, viewer.userId, document, operationName, variables, position, era]
  const hash = createHash('sha256').update(JSON.stringify([said, outside.toSorted()]))
  return `W/"${hash.digest('base64url').slice(0, 27)}"`
}

/** Whether an `If-None-Match` names a tag. */
export const isKnown = (ifNoneMatch: string | null, etag: string): boolean =>
  ifNoneMatch?.split(',').some((each) => each.trim().replace(/^(?:W\/)?/, 'W/') === etag) === true
