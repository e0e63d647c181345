import { afterEach, expect, test, vi } from 'vitest'
import { tzdataVersion } from './tzdata-version.js'

afterEach(() => vi.unstubAllGlobals())

test('tells the version the runtime carries', () => {
  expect(tzdataVersion()).toBe(process.versions['tz'])
  expect(tzdataVersion()).toMatch(/^20\d\d[a-z]+$/)
})

test.each([undefined, {}, { versions: {} }])('is null where the runtime does not tell', (host) => {
  vi.stubGlobal('process', host)
  expect(tzdataVersion()).toBeNull()
})
