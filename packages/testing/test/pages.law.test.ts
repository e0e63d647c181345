import { listingLaws } from '../src/index.js'
import { listingOver, memory, sqlite } from './stores.js'
import { suite } from './suite.js'

suite(listingLaws, { memory: listingOver(memory), sqlite: listingOver(sqlite) }, 60)
