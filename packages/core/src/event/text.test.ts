import { describe, expect, test } from 'vitest'
import { isWellFormed, isWellFormedJson, longerThan, textProblems } from './text.js'

const LONE = '\uD800'
const FACE = '😀'

describe('textProblems', () => {
  const bounds = { atMost: 3, empty: 'Refused' } as const
  test('are none within the bounds, counted in code points', () => {
    for (const text of ['a', 'abc', FACE.repeat(3)]) {
      expect(textProblems(['title'], text, bounds)).toEqual([])
    }
    expect(textProblems(['title'], '', { ...bounds, empty: 'Allowed' })).toEqual([])
  })

  test('name the field and what is wrong', () => {
    const path = ['title']
    expect(textProblems(path, '', bounds)).toEqual([{ path, reason: 'Empty' }])
    for (const text of ['abcd', FACE.repeat(4), `ab${FACE}d`]) {
      expect(textProblems(path, text, bounds)).toEqual([{ path, reason: 'TooLong', limit: 3 }])
    }
    for (const text of [LONE, 'a\0b']) {
      expect(textProblems(path, text, bounds)).toEqual([{ path, reason: 'IllFormedText' }])
    }
  })
})

test('longerThan: a limit is not passed by reaching it', () => {
  const lengths = [0, 1, 2, 3, 4, 5, 6, 7].map((count) => longerThan('a'.repeat(count), 3))
  expect(lengths).toEqual([false, false, false, false, true, true, true, true])
  const faces = [1, 2, 3, 4].map((count) => longerThan(FACE.repeat(count), 3))
  expect(faces).toEqual([false, false, false, true])
})

test('isWellFormed: lone surrogates and U+0000 are not', () => {
  expect([FACE, '', LONE, '\0'].map(isWellFormed)).toEqual([true, true, false, false])
})

test('isWellFormedJson: looks at every string, keys included, at any depth', () => {
  const sound = [null, 7, true, 'a', {}, [], { a: [{ b: 'c' }, null] }]
  for (const value of sound) expect(isWellFormedJson(value)).toBe(true)
  const deep = Array.from({ length: 10_000 }).reduce<unknown>((value) => [value], LONE)
  for (const value of [LONE, [LONE], { [LONE]: 1 }, { a: [{ b: 'x\0' }, 'c'] }, deep]) {
    expect(isWellFormedJson(value)).toBe(false)
  }
})
