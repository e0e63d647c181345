import { readFileSync } from 'node:fs'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { DomainEventCodec } from './domain-event.js'
import { evolve } from './evolve.js'
import { initialState } from './state.js'
import { StateCodec } from './state-codec.js'

/** Every shape that was ever stored. Lines are added, never changed. */
const golden = readFileSync(new URL('domain-event.golden.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line): unknown => JSON.parse(line))

const decoded = (stored: unknown) => {
  const result = DomainEventCodec.decode(stored)
  if (E.isLeft(result)) throw new Error(`not readable any more: ${JSON.stringify(stored)}`)
  return result.right
}

describe('the storage format of bookmarks', () => {
  test('every stored shape is read and written back as it was', () => {
    for (const stored of golden) expect(DomainEventCodec.encode(decoded(stored))).toEqual(stored)
  })

  test('the golden file has every type of domain event', () => {
    const types = new Set(golden.map((stored) => decoded(stored).type))
    const known = DomainEventCodec.types.map((codec) => codec.props.type.value)
    expect([...types].toSorted()).toEqual(known.toSorted())
  })

  test('a snapshot in the middle changes nothing', () => {
    const history = golden.map(decoded)
    for (let cut = 0; cut <= history.length; cut += 1) {
      const half = history.slice(0, cut).reduce(evolve, initialState)
      const restored = StateCodec.decode(JSON.parse(JSON.stringify(StateCodec.encode(half))))
      expect(restored).toEqual(E.right(half))
    }
  })
})
