import { storeLaws } from '../src/index.js'
import { memory, sqlite, sqliteFromSnapshots } from './stores.js'
import { suite } from './suite.js'

suite(storeLaws(memory), { memory, sqlite, sqliteFromSnapshots }, 30)
