import { expect, test } from 'vitest'
import { isHttpsUrl } from './https-url.js'

test.each([
  'https://files.example/agenda.pdf',
  'HTTPS://FILES.EXAMPLE',
  'https://files.example:8443/a?b=c#d',
  'https://[::1]/x',
  'https://bücher.example/ä',
  `https://a.example/${'x'.repeat(2030)}`,
])('isHttpsUrl: takes %j', (url) => {
  expect(isHttpsUrl(url)).toBe(true)
})

test.each([
  '',
  'http://files.example/',
  'https:files.example',
  'https:/files.example',
  'https:///files.example',
  'https://',
  'https://?a',
  'https://#a',
  'https:\\\\files.example',
  'https://files.example\\@other.example',
  ' https://files.example',
  'https://files.example ',
  'https://files.example/a b',
  'https://files.example/a\nb',
  'ht\ntps://files.example/',
  'https://files.example/\u0000',
  'https://files.example/\u007f',
  'https://files.example/\u2028',
  'https://files.example/\ud800',
  'https://files.example:99999/',
  'javascript:alert(1)//https://files.example',
  `https://a.example/${'x'.repeat(2031)}`,
])('isHttpsUrl: refuses %j', (url) => {
  expect(isHttpsUrl(url)).toBe(false)
})
