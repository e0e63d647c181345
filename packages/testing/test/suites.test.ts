import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  eventQueriesSuite,
  eventStoreSuite,
  facadeSuite,
  killingLosesNothing,
  notifierSuite,
  outboxSuite,
} from '../src/index.js'
import { earlierSchemas, schemaOfToday, sqliteFile, stormOn } from './sqlite-subject.js'
import { loggedLines, sinkInMemory } from './sinks.js'
import { listingOver, memory, sqlite, sqliteFromSnapshots } from './stores.js'

/** Forgets with the process. */
const nothing = { reopen: false, share: false, hold: false, storm: false, fixtures: false }

/** A file that several processes open, with what earlier releases have written. */
const everything = { reopen: true, share: true, hold: true, storm: true, fixtures: true }

const slow = (name: string, run: () => Promise<void>) => test(name, run, 120_000)

describe('memory', () => {
  eventStoreSuite({ test: slow, make: memory, supports: nothing })
  eventQueriesSuite({ test: slow, make: memory, reference: memory })
  outboxSuite({ test: slow, make: memory })
})

const whole = {
  pages: true,
  backward: true,
  descending: true,
  answers: true,
  cancelled: true,
  zones: true,
}

describe('the listing of a calendar', () => {
  describe.each([
    ['memory', memory],
    ['SQLite', sqlite],
  ] as const)('over %s', (_, open) => {
    facadeSuite({ test: slow, make: listingOver(open), supports: whole, runs: 60 })
  })
})

describe('logSink', () => {
  notifierSuite({ test: slow, make: loggedLines, supports: { outage: true, refuse: false } })
})

describe('a sink that refuses', () => {
  notifierSuite({ test: slow, make: sinkInMemory, supports: { outage: true, refuse: true } })
})

describe('SQLite in memory', () => {
  eventStoreSuite({ test: slow, make: sqlite, supports: nothing })
  eventQueriesSuite({ test: slow, make: sqlite, reference: memory })
  outboxSuite({ test: slow, make: sqlite })
})

describe('SQLite that folds from snapshots', () => {
  eventStoreSuite({ test: slow, make: sqliteFromSnapshots, supports: nothing })
  eventQueriesSuite({ test: slow, make: sqliteFromSnapshots, reference: memory })
})

describe('SQLite on a file', () => {
  const make = sqliteFile({ snapshotEvery: 3 })
  eventStoreSuite({ test: slow, make, supports: everything, runs: 3 })
  eventQueriesSuite({ test: slow, make, reference: memory, runs: 3 })
})

test('STORE-028 has a fixture of every schema before today’s', async () => {
  expect(await schemaOfToday()).toBe(earlierSchemas + 1)
})

test('STORE-029 rejects speaking before the commit', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kalends-early-'))
  const early = async () => ({
    ...(await sqliteFile()()),
    storm: stormOn(join(folder, 'c.db'), 'early'),
  })
  const details = await fc.check(killingLosesNothing(early), { numRuns: 1, endOnFailure: true })
  rmSync(folder, { recursive: true, force: true })
  expect(String(details.errorInstance)).toContain('never-written')
}, 60_000)
