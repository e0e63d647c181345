import * as E from 'fp-ts/lib/Either.js'
import { expect, test } from 'vitest'
import { InstantFromStamp } from './instant-from-stamp.js'

test('InstantFromStamp: reads stamps and writes them, and takes nothing else', () => {
  const at = Date.UTC(2027, 2, 8, 14)
  expect(InstantFromStamp.decode('2027-03-08T09:00:00-05:00')).toEqual(E.right(at))
  expect(InstantFromStamp.encode(at)).toBe('2027-03-08T14:00:00Z')
  for (const other of [at, null, 'nine', '2027-03-08T09:00:00']) {
    expect(E.isLeft(InstantFromStamp.decode(other))).toBe(true)
  }
})

test('InstantFromStamp: an instant is a whole number', () => {
  expect([0, 1.5, NaN, '0', null, undefined].map(InstantFromStamp.is)).toEqual([
    true,
    false,
    false,
    false,
    false,
    false,
  ])
})
