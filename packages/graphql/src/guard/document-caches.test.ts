import { parse } from 'graphql'
import { expect, test } from 'vitest'
import { documentCaches } from './document-caches.js'

test('caches: the documents that were asked for last are kept, up to so many characters', () => {
  const { documentCache } = documentCaches(100_000)
  const parsed = parse('{ a }')
  documentCache.set('first', parsed)
  for (let index = 0; index < 2000; index += 1) {
    documentCache.set(`${index} ${'x'.repeat(1000)}`, parsed)
    expect(documentCache.get('first')).toBe(parsed)
  }
  expect(documentCache.size).toBeLessThan(100)
  documentCache.set('x'.repeat(100_001), parsed)
  expect(documentCache.get('x'.repeat(100_001))).toBeUndefined()
})

test('caches: documents that cannot be read are kept as little', () => {
  const { errorCache } = documentCaches(100_000)
  for (let index = 0; index < 2000; index += 1) errorCache.set(String(index), new Error('no'))
  expect(errorCache.size).toBeLessThan(1000)
})
