import { expect, test } from 'vitest'
import { isWebUrl } from './web-url.js'

test('isWebUrl: http as well as https, with a host', () => {
  for (const url of ['http://example.com', 'HTTP://example.com/a', 'https://example.com/?b#c']) {
    expect(isWebUrl(url)).toBe(true)
  }
  for (const url of ['ftp://example.com', 'https', 'http://', 'xhttp://example.com', '']) {
    expect(isWebUrl(url)).toBe(false)
  }
})
