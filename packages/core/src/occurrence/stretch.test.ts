import { describe, expect, test } from 'vitest'
import { united, without } from './stretch.js'

describe('united', () => {
  test('what overlaps or touches becomes one, in order', () => {
    expect(
      united([
        [5, 6],
        [1, 3],
        [2, 4],
        [6, 9],
        [7, 8],
      ]),
    ).toEqual([
      [1, 4],
      [5, 9],
    ])
    expect(united([])).toEqual([])
  })
})

describe('without', () => {
  test('leaves what is in none, and nothing empty', () => {
    expect(without([[1, 9]], [[3, 4]])).toEqual([
      [1, 3],
      [4, 9],
    ])
    expect(without([[1, 9]], [[1, 4]])).toEqual([[4, 9]])
    expect(without([[1, 9]], [[4, 9]])).toEqual([[1, 4]])
    expect(without([[1, 9]], [[1, 9]])).toEqual([])
    expect(without([[1, 9]], [[0, 10]])).toEqual([])
    expect(without([[1, 9]], [[9, 10]])).toEqual([[1, 9]])
    expect(without([[1, 9]], [])).toEqual([[1, 9]])
  })

  test('one of the others may reach over several', () => {
    const stretches = [
      [1, 3],
      [4, 6],
      [7, 9],
    ] as const
    expect(without(stretches, [[2, 8]])).toEqual([
      [1, 2],
      [8, 9],
    ])
    expect(
      without(stretches, [
        [2, 4],
        [6, 7],
      ]),
    ).toEqual([
      [1, 2],
      [4, 6],
      [7, 9],
    ])
  })
})
