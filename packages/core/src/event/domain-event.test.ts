import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { goldenTests } from '../../test/golden.js'
import { DomainEventCodec } from './domain-event.js'
import { evolve } from './evolve.js'
import { initialState } from './state.js'
import { StateCodec } from './state-codec.js'

describe('the storage format', () => {
  goldenTests({
    golden: new URL('domain-event.golden.jsonl', import.meta.url),
    domainEvent: DomainEventCodec,
    state: StateCodec,
    initialState,
    evolve,
  })

  test('a kind that a later version stored reads as Other, and none that is no text', () => {
    const classified = { type: 'Classified', at: '2027-03-03T08:05:00Z', spot: null }
    const read = (kind: unknown) => DomainEventCodec.decode({ ...classified, kind })
    expect(read('Webinar')).toMatchObject(E.right({ kind: 'Other' }))
    expect(read('LiveSession')).toMatchObject(E.right({ kind: 'LiveSession' }))
    for (const kind of [null, 5, undefined]) expect(E.isLeft(read(kind))).toBe(true)
  })
})
