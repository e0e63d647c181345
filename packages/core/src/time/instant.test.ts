import { expect, test } from 'vitest'
import { MAX_INSTANT, MIN_INSTANT } from './instant.js'

test('instants reach from the first millisecond of year 1 to the last of year 9999', () => {
  expect(new Date(MIN_INSTANT).toISOString()).toBe('0001-01-01T00:00:00.000Z')
  expect(new Date(MAX_INSTANT).toISOString()).toBe('9999-12-31T23:59:59.999Z')
})
