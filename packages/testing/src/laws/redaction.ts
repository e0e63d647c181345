import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { record } from '../arbitraries/index.js'

/** What can be written as JSON. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject

/** An object of JSON. */
export interface JsonObject {
  readonly [property: string]: Json
}

/** Takes out of an answer what names a person: what is under law here. */
export interface Redaction {
  /** The properties, at any depth, whose values name a person. */
  readonly personal: readonly string[]
  readonly redact: (answer: Json) => Json
}

/** Leaves out every property of one of these names, at any depth, in objects and in lists. */
export const withoutProperties = (personal: readonly string[]): Redaction => {
  const redact = (answer: Json): Json => {
    if (answer === null || typeof answer !== 'object') return answer
    if (isList(answer)) return answer.map(redact)
    const kept = Object.entries(answer).filter(([property]) => !personal.includes(property))
    return Object.fromEntries(kept.map(([property, value]) => [property, redact(value)]))
  }
  return { personal, redact }
}

const isList = (answer: Json): answer is readonly Json[] => Array.isArray(answer)

/** REDACT-001: no name is left, however deep it was. */
export const nobodyIsNamed = ({ personal, redact }: Redaction) =>
  fc.property(answers(personal), (answer) => {
    assert.ok(!JSON.stringify(redact(answer)).includes(NAME))
  })

/** REDACT-002: what names nobody stays as it was. */
export const theRestStays = ({ redact }: Redaction) =>
  fc.property(answers([]), (answer) => {
    assert.deepEqual(redact(answer), answer)
  })

/** REDACT-003: redacting twice is redacting once. */
export const redactingTwiceIsOnce = ({ personal, redact }: Redaction) =>
  fc.property(answers(personal), (answer) => {
    assert.deepEqual(redact(redact(answer)), redact(answer))
  })

const NAME = 'A Person'

const PUBLIC = ['id', 'start', 'items', 'attendees', 'event'] as const

/** Answers some levels deep, in which each level may name someone. */
const answers = (personal: readonly string[]): fc.Arbitrary<Json> =>
  fc.letrec<{ answer: Json }>((tie) => ({
    answer: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constantFrom<Json[]>('text', 1, true, null),
      fc.array(tie('answer'), { maxLength: 3 }),
      objects(personal, tie('answer')),
      objects(personal, tie('answer')),
    ),
  })).answer

const objects = (personal: readonly string[], value: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
  record({
    open: fc.dictionary(fc.constantFrom(...PUBLIC), value, { maxKeys: 3, noNullPrototype: true }),
    named: fc.subarray([...personal]),
  }).map(({ open, named }) => ({
    ...open,
    ...Object.fromEntries(named.map((property) => [property, NAME])),
  }))
