import { decide, DomainEventCodec, evolve, explicit, initialState, StateCodec } from '@kalends/core'
import { deciderLaws } from '../src/index.js'
import { suite } from './suite.js'

suite(deciderLaws, {
  core: {
    initialState,
    decide: decide(explicit),
    evolve,
    domainEvent: DomainEventCodec,
    state: StateCodec,
  },
})
