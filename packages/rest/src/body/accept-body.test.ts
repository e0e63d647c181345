import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { acceptBody } from './accept-body.js'

const delta = (...ops: readonly unknown[]) => acceptBody({ format: 'DELTA', content: { ops } })
const acceptedOps = (...ops: readonly unknown[]) => E.right({ format: 'Delta', content: { ops } })
const pointers = (result: ReturnType<typeof acceptBody>) =>
  E.isLeft(result) ? result.left.map(({ pointer }) => pointer) : []

describe('acceptBody: text', () => {
  test('PLAIN is kept as it is', () => {
    const content = ' <b>a\r\n\u{1F600} '
    expect(acceptBody({ format: 'PLAIN', content })).toEqual(E.right({ format: 'Plain', content }))
  })

  test('HTML is sanitised', () => {
    expect(acceptBody({ format: 'HTML', content: '<p onclick=a>b<script>c</script>' })).toEqual(
      E.right({ format: 'Html', content: '<p>b</p>' }),
    )
  })

  test.each([
    ['PLAIN', 1_048_576],
    ['HTML', 100_000],
  ] as const)('%s is a well-formed string of at most %i characters', (format, limit) => {
    const most = 'a'.repeat(limit)
    expect(acceptBody({ format, content: most })._tag).toBe('Right')
    for (const content of [`${most}a`, 'a\ud800', 'a\0', 1, null, undefined, ['a'], { ops: [] }]) {
      expect(pointers(acceptBody({ format, content }))).toEqual(['/body/content'])
    }
  })

  test('HTML that sanitising makes too long is refused, so that what is stored can be sent back', () => {
    expect(pointers(acceptBody({ format: 'HTML', content: '&'.repeat(50_000) }))).toEqual([
      '/body/content',
    ])
  })

  test('HTML nested more than 64 deep is refused', () => {
    expect(acceptBody({ format: 'HTML', content: '<div>'.repeat(64) })._tag).toBe('Right')
    expect(pointers(acceptBody({ format: 'HTML', content: '<div>'.repeat(65) }))).toEqual([
      '/body/content',
    ])
  })
})

describe('acceptBody: DELTA', () => {
  test('inserts with known attributes are kept', () => {
    const ops = [
      { insert: 'a', attributes: { bold: true, color: '#ff0000', link: 'https://a.example' } },
      { insert: '\n', attributes: { list: 'ordered', indent: 8 } },
      { insert: 'b\n', attributes: { 'code-block': 'c++' } },
      { insert: { image: 'https://a.example/x.png' }, attributes: { alt: 'x', width: '50%' } },
      { insert: { video: 'http://a.example/x' } },
      { insert: { formula: 'e^x < 2' } },
      { insert: '\n' },
    ]
    expect(delta(...ops)).toEqual(acceptedOps(...ops))
  })

  test.each([
    { onclick: 'alert(1)' },
    { bold: false },
    { bold: 'true' },
    { bold: null },
    { bold: { deep: {} } },
    { link: 'javascript:alert(1)' },
    { link: 'java\nscript:alert(1)' },
    { link: 'data:text/html,x' },
    { link: ['https://a.example'] },
    { color: 'red;position:fixed' },
    { color: 'red" onclick="alert(1)' },
    { background: 'url(https://a.example)' },
    { color: 'expression(alert(1))' },
    { header: 7 },
    { header: 1.5 },
    { header: '1' },
    { indent: 0 },
    { indent: 9 },
    { list: 'bullet" onclick="a' },
    { font: 'x" onclick="a' },
    { align: 'left' },
    { 'code-block': '"><script>' },
    { style: 'a', class: 'a', target: '_top', constructor: 'a', toString: 'a' },
    JSON.parse('{"__proto__":{"bold":true}}') as object,
  ])('drops %j', (attributes) => {
    expect(delta({ insert: 'a', attributes })).toEqual(acceptedOps({ insert: 'a' }))
  })

  test.each([
    ['', { insert: 'a', retain: 1 }, '/retain'],
    ['', { retain: 1 }, '/retain'],
    ['', { delete: 1 }, '/delete'],
    ['', { insert: 'a', 'x/y~': 1 }, '/x~1y~0'],
    ['', JSON.parse('{"insert":"a","__proto__":{}}'), '/__proto__'],
    ['', {}, '/insert'],
    ['', 'a', ''],
    ['', null, ''],
    ['', ['insert'], ''],
    ['', { insert: '' }, '/insert'],
    ['', { insert: 1 }, '/insert'],
    ['', { insert: null }, '/insert'],
    ['', { insert: 'a\0' }, '/insert'],
    ['', { insert: '\udc00' }, '/insert'],
    ['', { insert: {} }, '/insert'],
    ['', { insert: { mention: 'a' } }, '/insert'],
    ['', JSON.parse('{"insert":{"__proto__":"a"}}'), '/insert'],
    ['', { insert: { constructor: 'a' } }, '/insert'],
    ['', { insert: { image: 'https://a.example', video: 'https://a.example' } }, '/insert'],
    ['', { insert: { image: { src: 'a' } } }, '/insert'],
    ['', { insert: { image: 'javascript:alert(1)' } }, '/insert/image'],
    ['', { insert: { image: 'data:image/svg+xml,x' } }, '/insert/image'],
    ['', { insert: { video: '//a.example' } }, '/insert/video'],
    ['', { insert: { formula: '\ud800' } }, '/insert/formula'],
    ['', { insert: 'a', attributes: null }, '/attributes'],
    ['', { insert: 'a', attributes: [] }, '/attributes'],
    ['', { insert: 'a', attributes: 'bold' }, '/attributes'],
  ])('%srefuses %j', (_, op: unknown, pointer) => {
    expect(pointers(delta({ insert: 'a' }, op))).toEqual([`/body/content/ops/1${pointer}`])
  })

  test.each([null, 'a', [], {}, { ops: {} }, { ops: [], version: 1 }])(
    'refuses the content %j',
    (content) => {
      expect(pointers(acceptBody({ format: 'DELTA', content }))).toEqual(['/body/content'])
    },
  )

  test('is bounded in ops, in characters and in problems', () => {
    const many = (count: number, op: unknown) => Array.from({ length: count }, () => op)
    expect(delta(...many(5000, { insert: 'a' }))._tag).toBe('Right')
    expect(pointers(delta(...many(5001, { insert: 'a' })))).toEqual(['/body/content/ops'])
    expect(delta(...many(10, { insert: 'a'.repeat(10_000) }))._tag).toBe('Right')
    expect(pointers(delta(...many(11, { insert: 'a'.repeat(10_000) })))).toEqual([
      '/body/content/ops',
    ])
    expect(pointers(delta(...many(100, 1)))).toHaveLength(20)
  })

  test('is bounded in lines', () => {
    expect(delta({ insert: '\n'.repeat(5_000) })._tag).toBe('Right')
    expect(pointers(delta({ insert: '\n'.repeat(5_001) }))).toEqual(['/body/content/ops'])
  })

  test('links count as characters', () => {
    const link = `https://a.example/${'x'.repeat(1000)}`
    const ops = Array.from({ length: 100 }, () => ({ insert: 'a', attributes: { link } }))
    expect(pointers(delta(...ops))).toEqual(['/body/content/ops'])
  })
})
