import * as fc from 'fast-check'
import { record } from './record.js'

/** A value of JSON. */
export type JsonValue =
  null | boolean | number | string | readonly JsonValue[] | { readonly [name: string]: JsonValue }

const NAMES = ['a', 'b', 'c', '', '__proto__', 'constructor', 'toString', '0'] as const

/** JSON some levels deep, with few names, so that two of them share some; also names that objects inherit. */
export const jsonValue = (): fc.Arbitrary<JsonValue> => jsonWith(fc.constant(null))

/** JSON in which no member of an object is null: what a merge patch can lead to. */
export const jsonWithoutNull = (): fc.Arbitrary<JsonValue> => jsonWith(fc.constant('text'))

const jsonWith = (none: fc.Arbitrary<JsonValue>): fc.Arbitrary<JsonValue> =>
  fc.letrec<{ value: JsonValue; object: JsonValue }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.oneof(none, fc.constantFrom<JsonValue[]>('text', '', 0, 1, -0, true, false)),
      { arbitrary: tie('object'), weight: 4 },
      { arbitrary: fc.array(tie('value'), { maxLength: 3 }), weight: 1 },
    ),
    object: fc
      .uniqueArray(fc.tuple(fc.constantFrom(...NAMES), tie('value')), {
        maxLength: 4,
        selector: ([name]) => name,
      })
      .map((members) => Object.fromEntries(members)),
  })).value

/** A document, and a patch of it by RFC 7396. */
export interface PatchedDocument {
  readonly target: JsonValue
  readonly patch: JsonValue
}

/** Documents and patches that share names: they remove, replace and go deeper. */
export const mergePatch = (): fc.Arbitrary<PatchedDocument> =>
  record({ target: jsonValue(), patch: jsonValue() })
