import { describe } from 'vitest'
import { goldenTests } from '../../test/golden.js'
import { DomainEventCodec } from './domain-event.js'
import { evolve } from './evolve.js'
import { initialState } from './state.js'
import { StateCodec } from './state-codec.js'

describe('the storage format of bots', () => {
  goldenTests({
    golden: new URL('domain-event.golden.jsonl', import.meta.url),
    domainEvent: DomainEventCodec,
    state: StateCodec,
    initialState,
    evolve,
    streams: [
      [0, 6],
      [6, 8],
    ],
  })
})
