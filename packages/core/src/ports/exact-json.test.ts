import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { exactJson } from './exact-json.js'

test('exactJson: what is written is read back, the sign of zero included', () => {
  const texts = fc.oneof(fc.string(), fc.constantFrom('-0#0', '"-0#0"', ':0,', '[0]', '0'))
  const leaves = fc.oneof(texts, fc.constantFrom(0, -0, 1, -1, null, true), fc.double())
  const values = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      leaves,
      fc.array(tie('value')),
      fc.dictionary(texts, tie('value'), { noNullPrototype: true }),
    ),
  })).value
  fc.assert(
    fc.property(values, (value) => {
      const kept: unknown = JSON.parse(JSON.stringify(value), (_, each: unknown) => each)
      const read: unknown = JSON.parse(exactJson(value))
      expect(JSON.stringify(read)).toBe(JSON.stringify(kept))
      expect(signsOf(read)).toEqual(signsOf(value))
    }),
    { numRuns: 300, seed: 8984 },
  )
})

test('exactJson: writes what JSON.stringify writes where no zero is negative', () => {
  for (const value of [0, [0], { a: 0 }, ':0,', null, { a: [1, { b: '[0]' }] }]) {
    expect(exactJson(value)).toBe(JSON.stringify(value))
  }
  expect(exactJson({ a: -0, b: '-0#0' })).toBe('{"a":-0,"b":"-0#0"}')
})

/** Of every zero, in order. */
const signsOf = (value: unknown): readonly boolean[] => {
  if (value === 0) return [Object.is(value, -0)]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(signsOf)
}
