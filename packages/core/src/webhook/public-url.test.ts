import { expect, test } from 'vitest'
import { isPublicAddress, urlFlaw } from './public-url.js'

test.each([
  'https://example.com/hook?key=1',
  'https://example.com:8443/',
  'HTTPS://EXAMPLE.COM/hook',
  'https://bücher.example.com/ä',
  'https://8.8.8.8/hook',
  'https://[2606:4700::1111]/hook',
])('urlFlaw: %s is a target', (url) => {
  expect(urlFlaw(url, 'Public')).toBeNull()
})

test.each([
  ['http://example.com/', 'NotHttps'],
  ['https://ann:secret@example.com/', 'HasCredentials'],
  ['https://ann@example.com/', 'HasCredentials'],
  ['ftp://example.com/', 'Malformed'],
  ['file:///etc/passwd', 'Malformed'],
  ['javascript:alert(1)', 'Malformed'],
  ['https://example.com/#part', 'Malformed'],
  ['https://example.com/#', 'Malformed'],
  [' https://example.com/', 'Malformed'],
  ['https://example.com/a b', 'Malformed'],
  ['https://example.com/\n', 'Malformed'],
  ['https:example.com/', 'Malformed'],
  ['https:\\\\example.com\\', 'Malformed'],
  ['example.com/hook', 'Malformed'],
  ['', 'Malformed'],
  ['https://localhost/', 'NotPublic'],
  ['https://localhost./', 'NotPublic'],
  ['https://a.localhost/', 'NotPublic'],
  ['https://printer.local/', 'NotPublic'],
  ['https://metadata.google.internal/', 'NotPublic'],
  ['https://intranet/', 'NotPublic'],
  ['https://127.0.0.1/', 'NotPublic'],
  ['https://127.1/', 'NotPublic'],
  ['https://2130706433/', 'NotPublic'],
  ['https://0x7f.1/', 'NotPublic'],
  ['https://0177.0.0.1/', 'NotPublic'],
  ['https://10.0.0.8/', 'NotPublic'],
  ['https://172.16.0.1/', 'NotPublic'],
  ['https://192.168.1.1/', 'NotPublic'],
  ['https://100.64.0.1/', 'NotPublic'],
  ['https://169.254.169.254/latest/meta-data', 'NotPublic'],
  ['https://0.0.0.0/', 'NotPublic'],
  ['https://255.255.255.255/', 'NotPublic'],
  ['https://[::1]/', 'NotPublic'],
  ['https://[::]/', 'NotPublic'],
  ['https://[::ffff:127.0.0.1]/', 'NotPublic'],
  ['https://[::ffff:8.8.8.8]/', 'NotPublic'],
  ['https://[::127.0.0.1]/', 'NotPublic'],
  ['https://[64:ff9b::7f00:1]/', 'NotPublic'],
  ['https://[2002:7f00:1::]/', 'NotPublic'],
  ['https://[fd00:ec2::254]/', 'NotPublic'],
  ['https://[fe80::1]/', 'NotPublic'],
])('urlFlaw: %s is none, being %s', (url, flaw) => {
  expect(urlFlaw(url, 'Public')).toBe(flaw)
})

test('urlFlaw: on a machine of one’s own anything over HTTP is a target, but no credentials', () => {
  expect(urlFlaw('http://127.0.0.1:8080/hook', 'Any')).toBeNull()
  expect(urlFlaw('http://ann:x@localhost/', 'Any')).toBe('HasCredentials')
  expect(urlFlaw('file:///etc/passwd', 'Any')).toBe('Malformed')
})

test('isPublicAddress: what is no address is not public', () => {
  expect(['', 'example.com', '1.2.3', 'fe80::1%eth0'].map(isPublicAddress)).toEqual(
    Array.from({ length: 4 }, () => false),
  )
})
