import type { DocumentNode } from 'graphql'

/**
 * Finds something out about a document once, however often it is asked: documents that are sent again are the same
 * object while the cache of parsed ones keeps them.
 */
export const oncePerDocument = <A extends object | string | boolean>(
  find: (document: DocumentNode) => A,
): ((document: DocumentNode) => A) => {
  const found = new WeakMap<DocumentNode, A>()
  return (document) => {
    const known = found.get(document)
    if (known !== undefined) return known
    const now = find(document)
    found.set(document, now)
    return now
  }
}
