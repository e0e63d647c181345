import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { describe, expect, test } from 'vitest'
import { TimeZoneId, UTC } from '../time/index.js'
import { agrees } from './agrees.js'
import type { Cursor } from './cursor.js'
import { readCursor, writeCursor } from './cursor.js'
import type { OrderedSource, Placed } from './merge.js'
import { mergeOrdered } from './merge.js'
import type { SortKey } from './order.js'
import { compareKeys } from './order.js'
import type { Filter } from './query.js'
import { openToken, sealToken } from './token.js'

const filter: Filter = {
  window: { startFrom: { at: 10, closed: true } },
  answers: ['Accepted', 'Tentative'],
  listing: 'Active',
  direction: 'Ascending',
  timeZone: UTC,
}
const keyOf = (start: number, uid = 'a'): SortKey => ({ start, uid, recurrenceId: '' })
const cursor: Cursor = {
  kind: 'list',
  filter,
  position: 7,
  issuedAt: 1,
  start: { type: 'From', key: keyOf(12) },
}
const ann = { secret: 's', viewer: { tenantId: 't', userId: 'ann' } }

const REFUSED = E.left({ type: 'InvalidCursor' })

describe('cursors', () => {
  test('come back as they were written', () => {
    expect(readCursor(ann, writeCursor(ann, cursor))).toEqual(E.right(cursor))
  })

  test('are refused with any one bit changed', () => {
    const text = writeCursor(ann, cursor)
    for (let index = 0; index < text.length; index += 1) {
      for (let bit = 0; bit < 7; bit += 1) {
        const changed = String.fromCharCode(text.charCodeAt(index) ^ (1 << bit))
        const forged = text.slice(0, index) + changed + text.slice(index + 1)
        expect(readCursor(ann, forged)).toEqual(REFUSED)
      }
    }
  })

  test('are refused when they are signed and say something else', () => {
    expect(readCursor(ann, sealToken(ann, { ...cursor, kind: 'tenant' }))).toEqual(REFUSED)
    expect(readCursor(ann, sealToken(ann, null))).toEqual(REFUSED)
  })

  test('are of no use to another viewer, tenant or secret', () => {
    const text = writeCursor(ann, cursor)
    const others = [
      { ...ann, secret: 'other' },
      { ...ann, viewer: { tenantId: 't', userId: 'bob' } },
      { ...ann, viewer: { tenantId: 'u', userId: 'ann' } },
    ]
    for (const other of others) expect(readCursor(other, text)).toEqual(REFUSED)
  })
})

describe('tokens', () => {
  test('that are too short to be signed, or are no text of theirs, are refused', () => {
    for (const bytes of [0, 1, 15, 16, 17]) {
      expect(openToken(ann, Buffer.alloc(bytes).toString('base64url'))).toEqual(REFUSED)
    }
    expect(openToken(ann, '***')).toEqual(REFUSED)
  })

  test('hold any JSON value', () => {
    for (const value of [null, 7, [], { a: 'ü' }]) {
      expect(openToken(ann, sealToken(ann, value))).toEqual(E.right(value))
    }
  })
})

const berlin = E.getOrElse(() => UTC)(TimeZoneId.decode('Europe/Berlin'))

describe('agrees', () => {
  test('compares only what is sent, and never the direction', () => {
    expect(agrees({}, filter)).toBe(true)
    expect(agrees({ direction: 'Descending', answers: ['Tentative', 'Accepted'] }, filter)).toBe(
      true,
    )
    expect(agrees({ window: { startFrom: { at: 10, closed: true } } }, filter)).toBe(true)
    expect(agrees({ listing: 'Active', timeZone: UTC, audience: 'Participant' }, filter)).toBe(true)
    expect(agrees({ audience: 'Visible' }, { ...filter, audience: 'Visible' })).toBe(true)
    expect(agrees({ answers: null }, { ...filter, answers: null })).toBe(true)
    const pointed = { ...filter, window: { ...filter.window, points: 3 } }
    expect(agrees({ window: { points: 3 } }, pointed)).toBe(true)
    expect(agrees({ window: {} }, pointed)).toBe(true)
    expect(agrees({ rows: 'Occurrences' }, filter)).toBe(true)
    expect(agrees({ rows: 'Series' }, { ...filter, rows: 'Series' })).toBe(true)
  })

  test('finds every difference', () => {
    expect(agrees({ window: { startFrom: { at: 11, closed: true } } }, filter)).toBe(false)
    expect(agrees({ window: { startTo: { at: 10, closed: true } } }, filter)).toBe(false)
    expect(agrees({ window: { startFrom: { at: 10, closed: false } } }, filter)).toBe(false)
    expect(agrees({ window: { points: 3 } }, filter)).toBe(false)
    expect(agrees({ timeZone: berlin }, filter)).toBe(false)
    expect(agrees({ audience: 'Visible' }, filter)).toBe(false)
    expect(agrees({ audience: 'Participant' }, { ...filter, audience: 'Visible' })).toBe(false)
    expect(agrees({ answers: ['Accepted'] }, filter)).toBe(false)
    expect(agrees({ answers: ['Accepted', 'Declined'] }, filter)).toBe(false)
    for (const answers of [[], ['Accepted'] as const]) {
      expect(agrees({ answers }, { ...filter, answers: null })).toBe(false)
      expect(agrees({ answers: null }, { ...filter, answers })).toBe(false)
    }
    expect(agrees({ answers: null }, filter)).toBe(false)
    expect(agrees({ listing: 'Cancelled' }, filter)).toBe(false)
    expect(agrees({ rows: 'Series' }, filter)).toBe(false)
    expect(agrees({ rows: 'Occurrences' }, { ...filter, rows: 'Series' })).toBe(false)
  })
})

describe('mergeOrdered', () => {
  const rowsOf = (...starts: readonly number[]) => starts.map((start) => ({ key: keyOf(start) }))
  const sourceOf = (...batches: readonly (readonly Placed[])[]) => {
    let pulls = 0
    const source: OrderedSource<never, Placed> = () => TE.right(batches[pulls++] ?? [])
    return { source, pulls: () => pulls }
  }

  test('hands out the rows of all sources in one order, across batches', async () => {
    const one = sourceOf(rowsOf(1, 4), rowsOf(5, 9))
    const other = sourceOf(rowsOf(2, 3, 8))
    const merged = await mergeOrdered<never, Placed>('Ascending', 10)([one.source, other.source])()
    expect(E.isRight(merged) && merged.right.map(({ key }) => key.start)).toEqual([
      1, 2, 3, 4, 5, 8, 9,
    ])
  })

  test('reads no source further than it must', async () => {
    const one = sourceOf(rowsOf(1, 2, 3), rowsOf(4))
    await mergeOrdered<never, Placed>('Ascending', 3)([one.source])()
    expect(one.pulls()).toBe(1)
  })

  test('a row that several sources have is the first source’s, once', async () => {
    const [one, other] = ['one', 'other'].map((from) =>
      sourceOf([2, 3].map((start) => ({ key: keyOf(start), from }))),
    )
    const three = sourceOf(rowsOf(1, 3))
    const sources = [one, other, three].map((each) => each?.source ?? sourceOf().source)
    const merged = await mergeOrdered<never, Placed>('Ascending', 9)(sources)()
    expect(merged).toEqual(
      E.right([...rowsOf(1), ...[2, 3].map((start) => ({ key: keyOf(start), from: 'one' }))]),
    )
  })

  test('asks no source again that has ended', async () => {
    const [short, long] = [sourceOf(rowsOf(1)), sourceOf(rowsOf(2), rowsOf(3), rowsOf(4))]
    await mergeOrdered<never, Placed>('Ascending', 9)([short.source, long.source])()
    expect([short.pulls(), long.pulls()]).toEqual([2, 4])
  })

  test('descends as the exact reverse, ties by uid included', async () => {
    const tied = [{ key: keyOf(1, 'b') }, { key: keyOf(1, 'a') }]
    const merged = await mergeOrdered<never, Placed>('Descending', 9)([sourceOf(tied).source])()
    expect(E.isRight(merged) && merged.right).toEqual(
      tied.toSorted((a, b) => compareKeys(b.key, a.key)),
    )
  })

  test('a failing source fails the merge', async () => {
    const failing: OrderedSource<'down', Placed> = () => TE.left('down')
    const rest = sourceOf(rowsOf(1)).source
    for (const sources of [[failing], [rest, failing]]) {
      expect(await mergeOrdered<'down', Placed>('Ascending', 1)(sources)()).toEqual(E.left('down'))
    }
  })
})
