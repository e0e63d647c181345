import { hostileLaws } from '../src/index.js'
import { pageOf } from './recurrence-engine.js'
import { suite } from './suite.js'

suite(hostileLaws, { core: pageOf }, 500)
