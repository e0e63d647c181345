import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { acceptBody } from './accept-body.js'
import { renderBody } from './render-body.js'
import type { BodyFormat } from './body.js'

const MOST_MS = 500

const fill = (piece: string, length: number): string =>
  piece.repeat(Math.floor(length / piece.length))

const PIECES = [
  '<div>',
  '<p>',
  '<b>',
  '<a href="https://a">',
  '<ul><li>',
  '<blockquote>',
  '<table><tr><td>',
  '&amp;lt;',
  '&#x41;',
  '&',
  '<',
  '<!--',
  '<!',
  '<?',
  '</p>',
  '</b>',
  '<a href="',
  '<svg><style>',
  '<script>',
  '<img src="https://x">',
  '<br>',
  '<hr>',
  '<li>',
  '<td>a',
  '<![CDATA[',
  ' ',
  '\n',
  'a',
  '\u{1F600}',
  '<x><p>',
  '<p><x>',
  '<b></i>',
  '<p style="color:red;color:red">',
  'a<br>',
  '<pre>\n</pre>',
]

const HTML = [
  ...PIECES.flatMap((piece) => [fill(piece, 1_000_000), fill(piece, 99_000), fill(piece, 10_000)]),
  `${'<div>'.repeat(10_000)}a${'</div>'.repeat(10_000)}`,
  '<b>'.repeat(100_000),
  `${'<ul><li>'.repeat(31)}${fill('<li>a', 99_000)}`,
  `${'<blockquote>'.repeat(60)}${fill('a<br>', 98_000)}`,
  `${'<b>'.repeat(60)}${fill('</i>', 99_000)}`,
  `<a ${fill('href=x ', 99_000)}>a</a>`,
  `<a href="${fill('java\n', 99_000)}">a</a>`,
  `<p style="${fill('color:red;', 99_000)}">a</p>`,
  `<p style="${fill('((', 99_000)}">a</p>`,
  `<p style="${fill('/*', 99_000)}">a</p>`,
  `<table>${fill('<tr><td>a<td>', 50_000)}<tr><td>${'a'.repeat(40_000)}</table>`,
]

const many = (count: number, op: (index: number) => unknown): unknown => ({
  ops: Array.from({ length: count }, (_, index) => op(index)),
})
const deep = (depth: number): unknown =>
  JSON.parse(`${'{"insert":'.repeat(depth)}1${'}'.repeat(depth)}`)

const DELTA: readonly unknown[] = [
  many(1, () => ({ insert: '\n'.repeat(5_000) })),
  many(1, () => ({ insert: 'a\n'.repeat(5_000) })),
  many(1, () => ({ insert: '<\n'.repeat(5_000) })),
  many(1, () => ({ insert: 'a\n'.repeat(5_000), attributes: { list: 'bullet' } })),
  many(1, () => ({ insert: 'a\n'.repeat(5_000), attributes: { 'code-block': true } })),
  many(1, () => ({ insert: 'a\n'.repeat(5_000), attributes: { blockquote: true } })),
  many(1, () => ({ insert: 'a\n'.repeat(5_000), attributes: { header: 1 } })),
  many(1, () => ({ insert: '\n'.repeat(100_000) })),
  many(1, () => ({ insert: 'abcd\n'.repeat(5_000) })),
  many(5000, (index) => ({ insert: 'a', attributes: { bold: index % 2 === 0 } })),
  many(5000, (index) => ({ insert: 'a\n', attributes: { list: 'bullet', indent: index % 9 } })),
  many(5000, () => ({ insert: { image: 'https://a' } })),
  many(100_000, () => ({ insert: 'a' })),
  { ops: [deep(5000)] },
  { ops: [{ insert: 'a', attributes: deep(5000) }] },
  deep(5000),
]

/** Accepts and renders, and says how long the slower of both took, however busy the machine is. */
const slowestMs = (format: BodyFormat, content: unknown): number => {
  const start = process.threadCpuUsage()
  const accepted = acceptBody({ format, content })
  const accepting = process.threadCpuUsage(start)
  const between = process.threadCpuUsage()
  if (E.isRight(accepted)) renderBody(accepted.right, [])
  const rendering = process.threadCpuUsage(between)
  return Math.max(accepting.user + accepting.system, rendering.user + rendering.system) / 1000
}

describe('a hostile body is refused or rendered in half a second', () => {
  test.each(HTML.map((content) => [`${content.slice(0, 24)} ${content.length}`, content] as const))(
    'HTML %j',
    (_, content) => {
      for (const format of ['HTML', 'PLAIN'] as const) {
        expect(slowestMs(format, content)).toBeLessThan(MOST_MS)
      }
    },
  )
  test.each(DELTA.map((content, index) => [index, content] as const))('DELTA %i', (_, content) => {
    expect(slowestMs('DELTA', content)).toBeLessThan(MOST_MS)
  })
})
