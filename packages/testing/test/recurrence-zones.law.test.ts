import { zoneOf } from '@kalends/core'
import { vi } from 'vitest'
import { zoneLaws } from '../src/index.js'
import { suite } from './suite.js'

// `LAW_RUNS` may ask for many times as much, and other tests run beside it.
vi.setConfig({ testTimeout: 600_000 })

suite(zoneLaws, { core: zoneOf }, 1000)
