import assert from 'node:assert/strict'
import { exactJson } from '@kalends/core'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import type { JsonPath } from '../arbitraries/index.js'
import { otherTypeOf, placesIn, valueAt, withValueAt } from '../arbitraries/index.js'

/** A value, and how it is written down. */
export interface Written {
  readonly value: unknown
  readonly stored: unknown
}

/** How values of one type are written down as JSON and read again: what is under law here. */
export interface StoredForm {
  readonly drawn: fc.Arbitrary<Written>
  /** Gives what was read, and how it would be written now. */
  readonly read: (stored: unknown) => E.Either<unknown, Written>
  /** Members that hold any JSON: what is in them is nobody's to refuse. */
  readonly free: readonly string[]
}

/** The stored form that a codec gives to drawn values. */
export const storedForm = <A>(
  codec: t.Type<A, unknown>,
  drawn: fc.Arbitrary<A>,
  free: readonly string[] = [],
): StoredForm => {
  const written = (value: A): Written => ({ value, stored: throughJson(codec.encode(value)) })
  return { drawn: drawn.map(written), read: (stored) => E.map(written)(codec.decode(stored)), free }
}

const throughJson = (stored: unknown): unknown => JSON.parse(exactJson(stored))

/** CODEC-001: what was written is read as it was. */
export const readsWhatItWrote = ({ drawn, read }: StoredForm) =>
  fc.property(drawn, ({ value, stored }) => {
    assert.deepEqual(taken(read(stored)).value, value)
  })

/** CODEC-002: what was read is written as it was. */
export const writesTheSameAgain = ({ drawn, read }: StoredForm) =>
  fc.property(drawn, ({ stored }) => {
    assert.deepEqual(taken(read(stored)).stored, stored)
  })

const taken = (read: E.Either<unknown, Written>): Written => {
  assert.ok(E.isRight(read), 'what was written is not read')
  return read.right
}

/** CODEC-003: a value of another type, wherever it is, is refused; so is an unknown kind of thing. */
export const refusesOtherTypes = ({ drawn, read, free }: StoredForm) =>
  fc.property(drawn, fc.nat(), ({ stored }, nth) => {
    const path = nthPlace(stored, nth, (each) => !isFree(each, free) && isSet(stored, each))
    const mutated = withValueAt(stored, path, otherTypeOf(valueAt(stored, path)))
    assert.ok(E.isLeft(read(mutated)), `read at ${path.join('.')}: ${JSON.stringify(mutated)}`)
    const renamed = withValueAt(stored, ['type'], 'NeverHeardOf')
    if (hasType(stored)) assert.ok(E.isLeft(read(renamed)), 'an unknown type is read')
  })

/** What may be null may be many things: that another is refused is nobody's promise. */
const isSet = (stored: unknown, path: JsonPath): boolean => valueAt(stored, path) !== null

const hasType = (stored: unknown): boolean =>
  typeof stored === 'object' && stored !== null && 'type' in stored

/** CODEC-004: what lacks something, or says that there is none, is refused, or is written again as it came. */
export const inventsNothing = ({ drawn, read, free }: StoredForm) =>
  fc.property(drawn, fc.nat(), fc.constantFrom(undefined, null), ({ stored }, nth, none) => {
    taken(read(stored))
    const path = nthPlace(stored, nth, (each) => each.length > 0 && !isFree(each, free))
    if (path.length === 0) return
    const mutated = withValueAt(stored, path, none)
    const again = read(mutated)
    if (E.isRight(again)) assert.deepEqual(again.right.stored, mutated)
  })

const nthPlace = (stored: unknown, nth: number, may: (path: JsonPath) => boolean): JsonPath => {
  const places = placesIn(stored).filter(may)
  return places[nth % Math.max(1, places.length)] ?? []
}

/** Whether a place is within a member that holds any JSON; the member itself is too. */
const isFree = (path: JsonPath, free: readonly string[]): boolean =>
  path.some((name) => typeof name === 'string' && free.includes(name))
