import { zoneOf } from '@kalends/core'
import { zoneLaws } from '../src/index.js'
import { suite } from './suite.js'

suite(zoneLaws, { core: zoneOf }, 1000)
