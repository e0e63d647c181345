import { expect, test } from 'vitest'
import { isSafeLink, isSafeMedia } from './safe-url.js'

test.each(['https://a.example/?q=1#f', 'HTTP://a.example', 'mailto:a@b.example', 'tel:+4912'])(
  'isSafeLink: %s is',
  (url) => expect(isSafeLink(url)).toBe(true),
)

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'java\tscript:alert(1)',
  '\u0001javascript:alert(1)',
  'ht\ntps://a.example',
  'vbscript:x',
  'data:text/html,<script>alert(1)</script>',
  'blob:https://a.example/x',
  'file:///etc/passwd',
  '//a.example',
  '/relative',
  '#x',
  'https://',
  '',
  `https://a.example/${'x'.repeat(2048)}`,
])('isSafeLink: %j is not', (url) => expect(isSafeLink(url)).toBe(false))

test('isSafeMedia: neither data: nor mailto: is', () => {
  expect(isSafeMedia('https://a.example/x.png')).toBe(true)
  expect(isSafeMedia('data:image/png;base64,AAAA')).toBe(false)
  expect(isSafeMedia('mailto:a@b.example')).toBe(false)
})
