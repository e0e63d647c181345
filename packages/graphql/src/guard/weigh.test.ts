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

test('weigh: findTimes counts the times that its input asks for, each with its optional attendees', () => {
  const literal =
    '{ findTimes(input: { count: 1000, optional: [{ userId: "a" }, { userId: "b" }] }) { start } }'
  const whole = 'query ($i: FindTimesInput) { findTimes(input: $i) { start } }'
  const parts = 'query ($n: Int = 1000) { findTimes(input: { count: $n }) { start } }'
  const costOf = (text: string, variables: object | null = {}) => {
    const weight = weightOf(text, variables === null ? null : { ...variables })
    return weight === 'Cyclic' ? weight : weight.cost
  }
  expect(costOf(literal)).toBe(2001)
  expect(costOf(whole, { i: {} })).toBe(11)
  expect(
    costOf(whole, { i: { count: 50, optional: Array.from({ length: 20 }, () => ({})) } }),
  ).toBe(1001)
  expect(costOf(whole, { i: { count: 9e9 } })).toBe(1001)
  expect(costOf(whole)).toBe(100_001)
  expect(costOf(parts)).toBe(1001)
  expect(costOf(parts, { n: 20 })).toBe(21)
  expect(costOf(parts, { n: null })).toBe(11)
  expect(costOf(whole, null)).toBe(2)
})

test('weigh: the intervals of freeBusy count as many as may be', () => {
  expect(weightOf('{ freeBusy { busy { start } } }')).toEqual({ depth: 3, cost: 1 + 25 * 101 })
})
