import { expect, test } from 'vitest'
import { sameJson } from './same-json.js'

test('sameJson: the order of members says nothing, that of elements does', () => {
  expect(sameJson({ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 })).toBe(true)
  expect(sameJson([1, 2], [2, 1])).toBe(false)
})

test('sameJson: a member more, less, or of another name is another value', () => {
  const one = { a: 1 }
  for (const other of [{}, { a: 1, b: 2 }, { b: 1 }, { a: 2 }, { a: '1' }, { a: undefined }]) {
    expect([sameJson(one, other), sameJson(other, one)]).toEqual([false, false])
  }
  expect(sameJson({ a: undefined }, { b: undefined })).toBe(false)
  expect(sameJson({ toString: 1 }, {})).toBe(false)
})

test('sameJson: null, objects, lists and other values are told apart', () => {
  const values = [null, 0, '', false, {}, []]
  for (const [i, a] of values.entries()) {
    for (const [j, b] of values.entries()) expect(sameJson(a, b)).toBe(i === j)
  }
  expect(sameJson([1], { 0: 1 })).toBe(false)
})
