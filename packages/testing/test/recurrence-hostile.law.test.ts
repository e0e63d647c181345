import { vi } from 'vitest'
import { hostileLaws } from '../src/index.js'
import { pageOf } from './recurrence-engine.js'
import { suite } from './suite.js'

// `LAW_RUNS` may ask for many times as much, and other tests run beside it.
vi.setConfig({ testTimeout: 600_000 })

suite(hostileLaws, { core: pageOf }, 500)
