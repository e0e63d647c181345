import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { parseJson } from './parse-json.js'

const parse = (text: string) => parseJson(new TextEncoder().encode(text))
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`

describe('parseJson', () => {
  test('reads JSON; of two members of one name the last stands', () => {
    expect(parse('{"a":1,"a":[2]}')).toEqual(E.right({ a: [2] }))
  })

  test('takes 64 levels and no more, brackets in strings not counted', () => {
    expect(E.isRight(parse(nested(64)))).toBe(true)
    expect(parse(nested(65))).toEqual(E.left('must be nested at most 64 deep'))
    expect(E.isRight(parse(`["${'['.repeat(100)}\\"${'{'.repeat(100)}\\\\"]`))).toBe(true)
    expect(E.isLeft(parse(`["\\\\",${nested(64)}]`))).toBe(true)
  })

  test('refuses what is not JSON, and what is not UTF-8', () => {
    expect(parse('{"a":NaN}')).toEqual(E.left('must be JSON'))
    expect(parseJson(Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22))).toEqual(E.left('must be UTF-8'))
  })
})
