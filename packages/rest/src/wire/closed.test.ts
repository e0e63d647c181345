import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { closed, fieldErrors, listOf, nullable, oneOf, text, whole } from './index.js'

const Wire = closed(
  { name: text({ min: 1, max: 3 }), size: whole(0, 9) },
  { kind: nullable(oneOf(['BIG', 'Big'], ['SMALL', 'Small'])), tags: listOf(text({ min: 1 }), 2) },
)

const pointers = (u: unknown) => {
  const decoded = Wire.decode(u)
  return E.isLeft(decoded) ? fieldErrors(decoded.left).map(({ pointer }) => pointer) : []
}

describe('closed', () => {
  test('decodes and encodes what it knows', () => {
    const wire = { name: 'a', size: 1, kind: 'BIG', tags: ['x'] }
    const value = { name: 'a', size: 1, kind: 'Big', tags: ['x'] } as const

    expect(Wire.decode(wire)).toEqual(E.right(value))
    expect(Wire.encode(value)).toEqual(wire)
    expect(Wire.is(wire)).toBe(true)
  })

  test('tells of everything that is wrong at once, by JSON Pointers', () => {
    const wrong = { size: 10, kind: 'Big', tags: ['x', ''], 'a/b~': 1 }

    expect(pointers(wrong)).toEqual(['/size', '/kind', '/tags/1', '/a~1b~0', '/name'])
  })

  test('what an object inherits is neither known nor required of it', () => {
    expect(pointers(Object.create({ name: 'a', size: 1 }))).toEqual(['/name', '/size'])
    expect(pointers(JSON.parse('{"name":"a","size":1,"__proto__":{},"toString":1}'))).toEqual([
      '/__proto__',
      '/toString',
    ])
  })

  test('only an object is one', () => {
    for (const u of [null, [], 'x', 7, undefined]) expect(pointers(u)).toEqual([''])
  })

  test('its schema says the same', () => {
    expect(Wire.schema).toEqual({
      type: 'object',
      required: ['name', 'size'],
      properties: {
        name: { type: 'string', minLength: 1, maxLength: 3 },
        size: { type: 'integer', minimum: 0, maximum: 9 },
        kind: { anyOf: [{ type: 'string', enum: ['BIG', 'SMALL'] }, { type: 'null' }] },
        tags: { type: 'array', items: { type: 'string', minLength: 1 }, maxItems: 2 },
      },
      additionalProperties: false,
    })
  })
})
