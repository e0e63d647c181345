import { readFileSync } from 'node:fs'
import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { expect, test } from 'vitest'

/** What the storage format of an aggregate is tested by. */
export interface Stored<S, H extends { readonly type: string }> {
  /** Every shape that was ever stored, a line each. Lines are added, never changed. */
  readonly golden: URL
  readonly domainEvent: t.Type<H, unknown> & {
    readonly types: readonly { readonly props: { readonly type: { readonly value: string } } }[]
  }
  readonly state: t.Type<S, unknown>
  readonly initialState: S
  readonly evolve: (state: S, happened: H) => S
  /** Where the streams in the file begin and end; left out, it is one. */
  readonly streams?: readonly (readonly [from: number, until: number])[]
}

/** Tests that the golden file is read and written back, is complete, and may be cut by a snapshot anywhere. */
export const goldenTests = <S, H extends { readonly type: string }>(stored: Stored<S, H>): void => {
  const { domainEvent, state, initialState, evolve } = stored
  const golden = readFileSync(stored.golden, 'utf8')
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line))

  const decoded = (line: unknown): H => {
    const result = domainEvent.decode(line)
    if (E.isLeft(result)) throw new Error(`not readable any more: ${JSON.stringify(line)}`)
    return result.right
  }

  const history = golden.map(decoded)

  test('every stored shape is read and written back as it was', () => {
    for (const line of golden) expect(domainEvent.encode(decoded(line))).toEqual(line)
  })

  test('the golden file has every type of domain event', () => {
    const types = new Set(golden.map((line) => decoded(line).type))
    const known = domainEvent.types.map((codec) => codec.props.type.value)
    expect([...types].toSorted()).toEqual(known.toSorted())
  })

  test('a snapshot in the middle changes nothing', () => {
    for (const [from, until] of stored.streams ?? [[0, history.length]]) {
      for (let cut = from; cut <= until; cut += 1) {
        const half = history.slice(from, cut).reduce(evolve, initialState)
        const restored = state.decode(JSON.parse(JSON.stringify(state.encode(half))))
        expect(restored).toEqual(E.right(half))
      }
    }
  })
  test('a state is told from what is none', () => {
    for (const known of [initialState, history.reduce(evolve, initialState)]) {
      expect(state.is(known)).toBe(true)
    }
    for (const other of [undefined, null, 'Absent', {}]) expect(state.is(other)).toBe(false)
  })
}
