import * as E from 'fp-ts/lib/Either.js'
import { expect, test } from 'vitest'
import { readTenantCursor, type TenantCursor, writeTenantCursor } from './tenant-cursor.js'
import { sealToken } from './token.js'

const ann = { secret: 's', viewer: { tenantId: 't', userId: 'ann' } }
const key = { start: 12, uid: 'e1', recurrenceId: '' }
const cursor: TenantCursor = {
  kind: 'tenant',
  asked: 'by start',
  calendars: ['c1'],
  position: 7,
  issuedAt: 1,
  start: { type: 'After', key },
}
const REFUSED = E.left({ type: 'InvalidCursor' })

test('a cursor of a tenant’s events comes back as it was written', () => {
  const before: TenantCursor = { ...cursor, calendars: null, start: { type: 'Before', key } }
  for (const each of [cursor, before]) {
    expect(readTenantCursor(ann, writeTenantCursor(ann, each))).toEqual(E.right(each))
  }
})

test('is refused when it is another’s, or says something else', () => {
  const bob = { ...ann, viewer: { tenantId: 't', userId: 'bob' } }
  expect(readTenantCursor(bob, writeTenantCursor(ann, cursor))).toEqual(REFUSED)
  const others = [
    { ...cursor, kind: 'list' },
    { ...cursor, asked: 7 },
    { ...cursor, calendars: [7] },
    { ...cursor, position: '7' },
    { ...cursor, issuedAt: null },
    { ...cursor, start: { type: 'From', key } },
    { ...cursor, start: { type: 'After', key: { ...key, uid: 7 } } },
    {},
  ]
  for (const other of others) {
    expect(readTenantCursor(ann, sealToken(ann, other))).toEqual(REFUSED)
  }
})
