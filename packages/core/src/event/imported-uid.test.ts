import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isUid } from './ids.js'
import { importedUid } from './imported-uid.js'

const part = () => fc.string({ unit: 'binary', maxLength: 20 })
const name = () => fc.tuple(part(), fc.array(part(), { maxLength: 3 }))

test('importedUid: stays what it is, for events that are stored under it', () => {
  expect(importedUid('primary-ann', ['single01', 'single01@google.com'])).toBe(
    'import-3998518e082e4cc9f0d7a94e030fdf78249235cb',
  )
})

test('importedUid: is a uid, whatever the key is', () => {
  fc.assert(
    fc.property(name(), ([calendarId, key]) => {
      expect(isUid(importedUid(calendarId, key))).toBe(true)
    }),
  )
})

test('importedUid: the same only for the same calendar and key', () => {
  fc.assert(
    fc.property(name(), name(), (a, b) => {
      const same = JSON.stringify(a) === JSON.stringify(b)
      expect(importedUid(...a) === importedUid(...b)).toBe(same)
    }),
  )
  expect(importedUid('c', ['a', 'b'])).not.toBe(importedUid('c', ['ab']))
  expect(importedUid('c', ['a'])).not.toBe(importedUid('ca', []))
})
