import { parse } from 'graphql'
import { expect, test } from 'vitest'
import { weigh } from './weigh.js'

const weightOf = (text: string, variables: Readonly<Record<string, unknown>> | null = {}) =>
  weigh(parse(text), { variables, default: 25, greatest: 100 })

test('weigh: a field costs 1, and its fields as often as it is asked for', () => {
  expect(weightOf('{ a { b c } }')).toEqual({ depth: 2, cost: 3 })
  expect(weightOf('{ a(first: 10) { b { c } } }')).toEqual({ depth: 3, cost: 21 })
  expect(weightOf('{ a(last: 3) { b(first: 4) { c } } }')).toEqual({ depth: 3, cost: 1 + 3 * 5 })
  expect(weightOf('{ participants { b } }')).toEqual({ depth: 2, cost: 26 })
  expect(weightOf('{ a(first: 0) { b } }')).toEqual({ depth: 2, cost: 2 })
})

test('weigh: a size that is a variable is what was sent; what it may be, where nothing was', () => {
  const query = 'query ($n: Int) { a(first: $n) { b } }'
  expect(weightOf(query, { n: 7 })).toEqual({ depth: 2, cost: 8 })
  expect(weightOf(query, { n: null })).toEqual({ depth: 2, cost: 26 })
  expect(weightOf(query, { n: 'many' })).toEqual({ depth: 2, cost: 101 })
  expect(weightOf(query)).toEqual({ depth: 2, cost: 101 })
  expect(weightOf(query, null)).toEqual({ depth: 2, cost: 2 })
})

test('weigh: fragments count wherever they are spread, inline ones too', () => {
  expect(weightOf('{ ...A ... on Q { x { ...A } } } fragment A on Q { b { c } }')).toEqual({
    depth: 3,
    cost: 2 + (1 + 2) + 2,
  })
  expect(weightOf('{ ...A } fragment A on Q { b { ...B } } fragment B on Q { ...A }')).toBe(
    'Cyclic',
  )
  expect(weightOf('{ a } fragment A on Q { ...A }')).toBe('Cyclic')
})
