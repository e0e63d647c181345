import { recurrenceLaws } from '../src/index.js'
import { coreEngine } from './recurrence-engine.js'
import { suite } from './suite.js'

suite(recurrenceLaws, { core: coreEngine })
