import assert from 'node:assert/strict'
import type { Viewer } from '@kalends/core'
import { exactJson } from '@kalends/core'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { jsonValue, record } from '../arbitraries/index.js'

/** Texts that a facade hands out and takes back, cursors and the like: what is under law here. */
export interface Sealing {
  readonly seal: (viewer: Viewer, value: unknown) => string
  readonly open: (viewer: Viewer, text: string) => E.Either<unknown, unknown>
}

/** TOKEN-001: who it was sealed for opens it, and finds what was in it. */
export const opensWhatItSealed = ({ seal, open }: Sealing) =>
  fc.property(viewers(), values(), (viewer, value) => {
    assert.deepEqual(open(viewer, seal(viewer, value)), E.right(value))
  })

/** TOKEN-002: a text of which anything was changed is refused. */
export const refusesWhatWasChanged = ({ seal, open }: Sealing) =>
  fc.property(viewers(), values(), changes(), (viewer, value, { nth, how }) => {
    const text = seal(viewer, value)
    const changed = CHANGES[how](text, nth % text.length)
    if (changed !== text) assert.ok(E.isLeft(open(viewer, changed)), `${how}: ${changed}`)
  })

/** TOKEN-003: nobody opens what was sealed for somebody else, whatever their names. */
export const refusesOthers = ({ seal, open }: Sealing) =>
  fc.property(viewers(), viewers(), values(), (viewer, other, value) => {
    const isSame = viewer.tenantId === other.tenantId && viewer.userId === other.userId
    assert.equal(E.isRight(open(other, seal(viewer, value))), isSame)
  })

/** TOKEN-004: it can stand in a URL as it is. */
export const standsInAUrl = ({ seal }: Sealing) =>
  fc.property(viewers(), values(), (viewer, value) => {
    assert.match(seal(viewer, value), /^[A-Za-z0-9._~-]+$/)
  })

/** Names that someone takes for one when they stand side by side. */
const viewers = (): fc.Arbitrary<Viewer> =>
  record({
    tenantId: fc.constantFrom('a', 'ab', 'a/b', 'A', ''),
    userId: fc.constantFrom('b', 'c', 'bc', 'b/c', 'ann', ''),
  })

/** What is sealed is an object; `exactJson` would keep the sign of zero, which a token need not. */
const values = (): fc.Arbitrary<unknown> =>
  record({ kind: fc.constantFrom('list', 'changes'), position: fc.nat(), more: jsonValue() }).map(
    (value): unknown => JSON.parse(exactJson(value).replaceAll(/-0\b/g, '0')),
  )

const changes = () =>
  record({ nth: fc.nat(), how: fc.constantFrom('replace', 'drop', 'double', 'append', 'cut') })

const CHANGES: Readonly<
  Record<'replace' | 'drop' | 'double' | 'append' | 'cut', (text: string, at: number) => string>
> = {
  replace: (text, at) => `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`,
  drop: (text, at) => text.slice(0, at) + text.slice(at + 1),
  double: (text, at) => text.slice(0, at) + text.slice(at).replace(/^(.)/, '$1$1'),
  append: (text, at) => text + (at % 2 === 0 ? 'A' : '='),
  cut: (text, at) => text.slice(0, at),
}
