import * as E from 'fp-ts/lib/Either.js'
import type { BodyProblem } from './body.js'
import { knownAttributes, type Attributes } from './delta-attributes.js'
import { isRecord } from './is-record.js'
import { LIMITS } from './limits.js'
import { isSafeMedia } from './safe-url.js'
import { textFault } from './text-fault.js'

/** Something inserted that is not text. */
export type Embed =
  { readonly image: string } | { readonly video: string } | { readonly formula: string }

/** An op of a document: it inserts. */
export interface InsertOp {
  readonly insert: string | Embed
  readonly attributes?: Attributes
}

/**
 * Reads one op of a document.
 *
 * Drops attributes that are unknown or have a value Quill would not write. Refuses what isn't an
 * insert (`retain` and `delete` belong to a change, not to a document), unknown members, embeds other
 * than an image, a video or a formula, and media from elsewhere than http and https. The pointer of a
 * problem starts at the op.
 *
 * @see https://quilljs.com/docs/delta
 */
export const readOp = (op: unknown): E.Either<BodyProblem, InsertOp> => {
  if (!isRecord(op)) return refused('', 'must be an object with `insert`')
  const unknown = Object.keys(op).find((key) => key !== 'insert' && key !== 'attributes')
  if (unknown !== undefined) return refused(`/${escaped(unknown)}`, 'is not known in a document')
  const attributes = Object.hasOwn(op, 'attributes') ? op['attributes'] : {}
  if (!isRecord(attributes)) return refused('/attributes', 'must be an object')
  const insert = readInsert(Object.hasOwn(op, 'insert') ? op['insert'] : undefined)
  return E.isLeft(insert) ? insert : E.right(withAttributes(insert.right, attributes))
}

const withAttributes = (insert: InsertOp['insert'], given: object): InsertOp => {
  const attributes = knownAttributes(given)
  return Object.keys(attributes).length === 0 ? { insert } : { insert, attributes }
}

const readInsert = (insert: unknown): E.Either<BodyProblem, InsertOp['insert']> => {
  if (typeof insert === 'string') {
    const fault = insert === '' ? 'must not be empty' : textFault(insert, LIMITS.codePoints)
    return fault === undefined ? E.right(insert) : refused('/insert', fault)
  }
  if (!isRecord(insert)) return refused('/insert', 'must be a string or an embed')
  const [kind, ...more] = Object.keys(insert)
  const value = kind === undefined ? undefined : insert[kind]
  if (more.length > 0 || typeof value !== 'string') {
    return refused('/insert', 'must be one image, video or formula')
  }
  return readEmbed(kind, value)
}

const readEmbed = (
  kind: string | undefined,
  value: string,
): E.Either<BodyProblem, InsertOp['insert']> => {
  const fault = textFault(value, LIMITS.codePoints)
  if (kind === 'formula') {
    return fault === undefined ? E.right({ formula: value }) : refused('/insert/formula', fault)
  }
  if (kind !== 'image' && kind !== 'video') {
    return refused('/insert', 'must be an image, a video or a formula')
  }
  if (!isSafeMedia(value)) return refused(`/insert/${kind}`, 'must be an http or https URL')
  return E.right(kind === 'image' ? { image: value } : { video: value })
}

const refused = (pointer: string, detail: string): E.Either<BodyProblem, never> =>
  E.left({ pointer, detail })

const escaped = (key: string): string =>
  key.slice(0, 64).toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1')
