import * as E from 'fp-ts/lib/Either.js'

/**
 * The revisions that an `If-Match` header allows; undefined when it allows any.
 *
 * Weak tags, and tags that are no revision, match nothing: a header of those alone allows none.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-13.1.1
 */
export const ifMatch = (header: string | null): E.Either<string, readonly number[] | undefined> => {
  const text = header?.trim() ?? null
  if (text === null || text === '*') return E.right(undefined)
  if (!isList(text)) return E.left('must be * or a list of entity tags')
  const tags = text.match(TAG) ?? []
  return E.right(
    tags.flatMap((tag) => {
      const [, revision] = REVISION.exec(tag) ?? []
      return revision === undefined ? [] : [Number(revision)]
    }),
  )
}

/** Looks at the commas between tags, never at the same text twice: a header may be long and meant to stall. */
const isList = (text: string): boolean => {
  const items = text.replaceAll(TAG, MARK).split(',')
  const kinds = new Set(items.map((item) => item.trim()))
  kinds.delete('') // RFC 9110 section 5.6.1: empty items are let pass
  return kinds.size === 1 && kinds.has(MARK)
}

/** No header holds it. */
const MARK = '\0'
const TAG = /(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"/g
const REVISION = /^"(0|[1-9]\d{0,14})"$/
