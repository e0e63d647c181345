import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { acceptBody } from './accept-body.js'
import type { Body, BodyFormat } from './body.js'
import { renderBody } from './render-body.js'
import { VECTORS } from './xss-vectors.test-data.js'

const as = (format: BodyFormat, body: Body): unknown => renderBody(body, [format])[0]?.content
const plain = (content: string): Body => ({ format: 'Plain', content })
const html = (content: string): Body => ({ format: 'Html', content })
const delta = (...ops: readonly unknown[]): Body => ({ format: 'Delta', content: { ops } })
const opsOf = (body: Body): unknown => (as('DELTA', body) as { ops: unknown }).ops

describe('renderBody: formats', () => {
  const formats = (...asked: readonly BodyFormat[]) =>
    renderBody(plain('a'), asked).map(({ format }) => format)

  test('none asked for gives all three', () =>
    expect(formats()).toEqual(['PLAIN', 'DELTA', 'HTML']))
  test('the order is that of asking, each once', () =>
    expect(formats('HTML', 'PLAIN', 'HTML')).toEqual(['HTML', 'PLAIN']))

  test.each([
    ['PLAIN', ' a\r\n <b> '],
    ['HTML', '<p>a</p>\n<p>b &amp; <strong>c</strong></p>'],
    ['DELTA', { ops: [{ insert: 'a', attributes: { bold: true } }, { insert: '\n' }] }],
  ] as const)('the stored format comes out as it was: %s', (format, content) => {
    const accepted = acceptBody({ format, content })
    expect(E.isRight(accepted) && as(format, accepted.right)).toEqual(content)
  })
})

describe('renderBody: from PLAIN', () => {
  test('HTML is escaped and keeps lines and paragraphs', () => {
    expect(as('HTML', plain('a <b>\nc\r\n\r\nd & e'))).toBe(
      '<p>a &lt;b&gt;<br />c</p><p>d &amp; e</p>',
    )
    expect(as('HTML', plain(''))).toBe('')
  })

  test('a Delta is one insert that ends the line', () => {
    expect(opsOf(plain('a\nb'))).toEqual([{ insert: 'a\nb\n' }])
  })

  const lines = () =>
    fc
      .array(
        fc.constantFrom(
          'a',
          'b c',
          '<b>',
          '&amp;',
          '&',
          '"x"',
          'https://a.example/?a=1&b=2',
          '\n\n',
          '\n',
        ),
        { minLength: 1, maxLength: 12 },
      )
      .map((parts) =>
        parts
          .join('')
          .replace(/\n{3,}/g, '\n\n')
          .replace(/^\n+|\n+$/g, ''),
      )

  test('to HTML and back', () => {
    fc.assert(
      fc.property(lines(), (text) => {
        expect(as('PLAIN', html(String(as('HTML', plain(text)))))).toBe(text)
      }),
      { numRuns: 500 },
    )
  })

  test('to a Delta and back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(as('PLAIN', { format: 'Delta', content: { ops: [{ insert: `${text}\n` }] } })).toBe(
          text,
        )
      }),
    )
  })
})

describe('renderBody: from HTML', () => {
  test('PLAIN is readable and not wrapped', () => {
    const long = 'word '.repeat(60).trim()
    expect(
      as(
        'PLAIN',
        html(
          `<h1>Title</h1><p>${long}</p><ul><li>a</li><li>b</li></ul><ol><li>c</li></ol>` +
            '<p><a href="https://a.example">here</a>, <a href="https://b.example">https://b.example</a></p>' +
            '<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>',
        ),
      ),
    ).toBe(
      `Title\n\n${long}\n\n * a\n * b\n\n 1. c\n\nhere [https://a.example], https://b.example\n\n1 2\n3 4`,
    )
  })

  test('unknown elements leave their text', () => {
    expect(as('PLAIN', html('<x-y>a <blink>b</blink></x-y>'))).toBe('a b')
    expect(opsOf(html('<x-y>a <blink>b</blink></x-y>'))).toEqual([{ insert: 'a b\n' }])
  })

  test.each<[string, readonly unknown[]]>([
    ['', [{ insert: '\n' }]],
    ['<p>a</p><p><br></p><p>b<br>c</p>', [{ insert: 'a\n\nb\nc\n' }]],
    [
      ' <p> a \n  <b> b </b> c </p> ',
      [{ insert: 'a ' }, { insert: 'b ', attributes: { bold: true } }, { insert: 'c\n' }],
    ],
    ['<h2>a</h2>', [{ insert: 'a' }, { insert: '\n', attributes: { header: 2 } }]],
    ['<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>', [{ insert: '1\t2\n3\n' }]],
    [
      '<pre>\na  b\n\n<b>c</b></pre>',
      [
        { insert: 'a  b' },
        { insert: '\n\n', attributes: { 'code-block': true } },
        { insert: 'c', attributes: { bold: true } },
        { insert: '\n', attributes: { 'code-block': true } },
      ],
    ],
    [
      '<img src="https://a.example/x.png" alt="x">',
      [
        { insert: { image: 'https://a.example/x.png' }, attributes: { alt: 'x' } },
        { insert: '\n' },
      ],
    ],
  ])('the Delta of %j', (given, ops) => {
    expect(opsOf(html(given))).toEqual(ops)
  })
})

describe('renderBody: from a Delta', () => {
  const DOCUMENTS: readonly (readonly unknown[])[] = [
    [{ insert: 'a ' }, { insert: 'b', attributes: { bold: true } }, { insert: '\n' }],
    [
      { insert: 'a', attributes: { bold: true, italic: true, underline: true, strike: true } },
      { insert: '\n' },
    ],
    [{ insert: 'a', attributes: { link: 'https://a.example/?a=1&b=2' } }, { insert: '\n' }],
    [{ insert: 'a', attributes: { color: '#ff0000', background: 'yellow' } }, { insert: '\n' }],
    [
      { insert: 'a', attributes: { code: true } },
      { insert: ' b' },
      { insert: '2', attributes: { script: 'super' } },
      { insert: '\n' },
    ],
    [
      { insert: 'a' },
      { insert: '\n', attributes: { header: 1 } },
      { insert: 'b' },
      { insert: '\n', attributes: { header: 3 } },
    ],
    [
      { insert: 'a' },
      { insert: '\n', attributes: { list: 'bullet' } },
      { insert: 'b' },
      { insert: '\n', attributes: { list: 'ordered', indent: 1 } },
      { insert: 'c' },
      { insert: '\n', attributes: { list: 'bullet' } },
    ],
    [
      { insert: 'a' },
      { insert: '\n', attributes: { list: 'checked' } },
      { insert: 'b' },
      { insert: '\n', attributes: { list: 'unchecked' } },
    ],
    [{ insert: 'a' }, { insert: '\n', attributes: { blockquote: true } }, { insert: 'b\n' }],
    [
      { insert: 'a <b>' },
      { insert: '\n', attributes: { 'code-block': true } },
      { insert: '  c' },
      { insert: '\n', attributes: { 'code-block': true } },
    ],
    [{ insert: 'a' }, { insert: '\n', attributes: { align: 'center' } }, { insert: 'b\n' }],
    [{ insert: 'a\n\nb\n' }],
    [{ insert: { image: 'https://a.example/x.png' }, attributes: { alt: 'x' } }, { insert: '\n' }],
  ]
  test.each(DOCUMENTS.map((ops) => [JSON.stringify(ops), ops] as const))(
    'to HTML and back: %s',
    (_, ops) => {
      expect(opsOf(html(String(as('HTML', delta(...ops)))))).toEqual(ops)
    },
  )

  test('PLAIN is what was inserted', () => {
    expect(
      as('PLAIN', delta({ insert: 'a', attributes: { bold: true } }, { insert: '\nb\n\n' })),
    ).toBe('a\nb\n')
    expect(as('PLAIN', delta({ insert: { image: 'https://a.example/x' } }, { insert: '\n' }))).toBe(
      'https://a.example/x',
    )
  })

  test('text that looks escaped stays as it is', () => {
    for (const text of ['&lt;b&gt; &amp;amp; "x"', 'a\'b"c & d']) {
      const out = String(as('HTML', delta({ insert: text, attributes: { bold: true } })))
      expect(as('PLAIN', html(out))).toBe(text)
    }
  })

  test('a video is a link, a formula its source', () => {
    expect(
      as('HTML', delta({ insert: { video: 'https://a.example' } }, { insert: { formula: 'a<b' } })),
    ).toBe(
      '<p><a href="https://a.example" rel="noopener noreferrer">https://a.example</a><span>a&lt;b</span></p>',
    )
  })

  test('a long ordered list stays one list', () => {
    const ops = Array.from({ length: 450 }, () => [
      { insert: 'a' },
      { insert: '\n', attributes: { list: 'ordered' } },
    ]).flat()
    expect(String(as('HTML', delta(...ops))).match(/<ol>/g)).toHaveLength(1)
  })

  test('what a store should not hold is left out', () => {
    const body = delta({ insert: 'a' }, null, { retain: 1 }, { insert: { image: 'javascript:a' } })
    expect(as('PLAIN', body)).toBe('a')
    expect(opsOf(body)).toEqual([{ insert: 'a' }])
  })

  test.each(VECTORS)('nothing runs: %s', (vector) => {
    const attributes = {
      link: vector,
      color: vector,
      font: vector,
      'code-block': vector,
      alt: vector,
      list: vector,
    }
    const text = vector.replaceAll('\0', '')
    const body = delta(
      { insert: text, attributes },
      { insert: { formula: text } },
      { insert: { image: `https://a.example/${encodeURI(text.toWellFormed())}` }, attributes },
      { insert: '\n', attributes },
    )

    const out = String(as('HTML', body))

    expect(out.replace(/&lt;.*?&gt;|alt="[^"]*"|src="https:[^"]*"/gs, '')).not.toMatch(
      /<(?!\/?(?:p|br|span|img|a|pre|em|strong)\b)|<[^>]*\son\w+=|href="(?!https:)/i,
    )
  })
})
