import { decide, evolve, explicit, splitOff } from '@kalends/core'
import { vi } from 'vitest'
import { seriesDecidingLaws, seriesLaws } from '../src/index.js'
import { coreReader } from './series-subject.js'
import { suite } from './suite.js'

// `LAW_RUNS` may ask for many times as much, and other tests run beside it.
vi.setConfig({ testTimeout: 600_000 })

suite(seriesLaws, { core: coreReader }, 300)
suite(seriesDecidingLaws, { core: { decide: decide(explicit), evolve, splitOff } }, 500)
