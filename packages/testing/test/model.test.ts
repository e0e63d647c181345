import { setImmediate } from 'node:timers/promises'
import { describe, test } from 'vitest'
import type { OpenStore } from '../src/index.js'
import {
  agreesWithTheModel,
  concurrentAppendsAreSerial,
  decidesOnStaleState,
  faulty,
  hasAGap,
  loadsTheFirst,
  runsTwice,
} from '../src/index.js'
import { holds, rejects } from './rejects.js'
import { sqliteFile } from './sqlite-subject.js'
import { memory, sqlite } from './stores.js'

describe.each([
  ['memory', memory],
  ['SQLite', sqlite],
  ['SQLite on a file, reopened', sqliteFile({ snapshotEvery: 3 })],
])('%s', (_name, open) => {
  test('answers as the model does', () => holds(agreesWithTheModel(open), 30), 30_000)
  test(
    'runs concurrent appends as if one after the other',
    () => holds(concurrentAppendsAreSerial(open), 30),
    30_000,
  )
})

/** Leaves others room between loading and what follows. */
const slowToLoad: OpenStore = faulty((store) => ({
  load:
    (...stream) =>
    async () => {
      const loaded = await store.load(...stream)()
      await setImmediate()
      return loaded
    },
}))(memory)

test.each([
  ['forgets command ids', runsTwice],
  ['loads what was', loadsTheFirst],
  ['has a gap in its log', hasAGap],
])('the model rejects a store that %s', (_title, fault) =>
  rejects(agreesWithTheModel(fault(memory))),
)

test.each([
  ['decides before it has the lock', decidesOnStaleState],
  ['forgets command ids', runsTwice],
])('the scheduler rejects a store that %s', (_title, fault) =>
  rejects(concurrentAppendsAreSerial(fault(slowToLoad))),
)
