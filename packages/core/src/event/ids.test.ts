import { expect, test } from 'vitest'
import { isUid } from './ids.js'

test.each([
  'e1',
  'A.b_c~d-9',
  'x'.repeat(128),
  '...',
  'overviews',
  '20270308',
  'a_2027030',
  'a_20270308T140000Zx',
  'a_20270308-b',
])('isUid: %s may name an event', (text) => expect(isUid(text)).toBe(true))

test.each([
  '',
  'x'.repeat(129),
  '.',
  '..',
  'overview',
  'a b',
  'a/b',
  'ä',
  'e1\n',
  '!e1',
  'e1!',
  'e1_20270308',
  'e1_20270308T140000Z',
])('isUid: %j may not', (text) => expect(isUid(text)).toBe(false))
