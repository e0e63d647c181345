import * as E from 'fp-ts/lib/Either.js'
import type { Draft } from './draft.js'
import type { Refusal } from './imported.js'
import { plainText } from './plain-text.js'

/**
 * A copy of what a provider sent, as a store can keep it: JSON, with well-formed texts, at most 1,048,576 characters in
 * 100,000 values, 32 levels deep.
 *
 * Lone surrogates become U+FFFD, U+0000 is left out, and so is what JSON does not have.
 */
export const rawOf = (value: unknown): E.Either<Refusal, unknown> => {
  const walk: Walk = { characters: 0, values: 0, refusal: null }
  const copy = copied(value, 0, walk)
  return walk.refusal === null ? E.right(copy) : E.left(walk.refusal)
}

/** What was met so far. */
type Walk = Draft<{
  readonly characters: number
  readonly values: number
  readonly refusal: Refusal | null
}>

const copied = (value: unknown, depth: number, walk: Walk): unknown => {
  walk.values += 1
  if (walk.values > MAX_VALUES) walk.refusal ??= { reason: 'TooLarge', field: null }
  if (depth > MAX_DEPTH) walk.refusal ??= { reason: 'TooDeep', field: null }
  if (walk.refusal !== null) return null
  switch (typeof value) {
    case 'string':
      return text(value, walk)
    case 'number':
      return Number.isFinite(value) ? value : null
    case 'boolean':
      return value
    case 'object':
      return value === null ? null : members(value, depth, walk)
    case 'bigint':
    case 'symbol':
    case 'undefined':
    case 'function':
      return null
  }
}

const members = (value: object, depth: number, walk: Walk): unknown => {
  if (Array.isArray(value)) return value.map((member) => copied(member, depth + 1, walk))
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      text(key, walk),
      copied(member, depth + 1, walk),
    ]),
  )
}

const text = (value: string, walk: Walk): string => {
  walk.characters += value.length
  if (walk.characters > MAX_CHARACTERS) walk.refusal ??= { reason: 'TooLarge', field: null }
  return walk.refusal === null ? plainText(value) : ''
}

const MAX_CHARACTERS = 1_048_576
const MAX_VALUES = 100_000
const MAX_DEPTH = 32
