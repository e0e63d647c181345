import { createHash } from 'node:crypto'
import type { DocumentNode } from 'graphql'
import { Kind, print, visit } from 'graphql'
import { oncePerDocument } from '../guard/once-per-document.js'

/** What the tags of a document's answers need to know of it. */
export interface DocumentFacts {
  /** The same for documents that differ in white space and comments only. */
  readonly hash: string
  /** Whether its answers follow from the log alone. */
  readonly reads: 'LogOnly' | 'MoreThanTheLog'
}

/** Fields whose values are not in the log: they change while its position stands. */
const OUTSIDE: ReadonlySet<string> = new Set(['name', 'email', 'isBookmarked', 'ctas', 'overview'])

/** Finds them out once for each document. */
export const documentFacts: (document: DocumentNode) => DocumentFacts = oncePerDocument(
  (document) => {
    let reads: DocumentFacts['reads'] = 'LogOnly'
    visit(document, {
      [Kind.FIELD]: (field) => {
        if (OUTSIDE.has(field.name.value)) reads = 'MoreThanTheLog'
      },
    })
    return { hash: createHash('sha256').update(print(document)).digest('base64url'), reads }
  },
)
