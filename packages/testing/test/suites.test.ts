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

// What is the same but for its parts is tried on samples of its own: together they are tried on more. By the detection
// matrix no law of stores needs more than 11 to find the bug that it is needed for: SQLite gets 12.
const [REFERENCE, SAME, SNAPSHOTS, ON_FILE] = [
  { runs: 8, seed: 8984 },
  { runs: 12, seed: 5545 },
  { runs: 4, seed: 7986 },
  { runs: 1, seed: 5546 },
] as const

describe('memory', () => {
  eventStoreSuite({ test: slow, make: memory, supports: nothing, ...REFERENCE })
  eventQueriesSuite({ test: slow, make: memory, reference: memory, ...REFERENCE })
  outboxSuite({ test: slow, make: memory, ...REFERENCE })
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
    ['memory', memory, 40],
    ['SQLite', sqlite, 4],
  ] as const)('over %s', (_, open, runs) => {
    const asked = { supports: whole, audience: 'Any', runs, seed: runs } as const
    facadeSuite({ test: slow, make: listingOver(open), ...asked })
  })
})

describe('logSink', () => {
  notifierSuite({ test: slow, make: loggedLines, supports: { outage: true, refuse: false } })
})

describe('a sink that refuses', () => {
  notifierSuite({ test: slow, make: sinkInMemory, supports: { outage: true, refuse: true } })
})

describe('SQLite in memory', () => {
  eventStoreSuite({ test: slow, make: sqlite, supports: nothing, ...SAME })
  eventQueriesSuite({ test: slow, make: sqlite, reference: memory, ...SAME })
  outboxSuite({ test: slow, make: sqlite, ...SAME })
})

describe('SQLite that folds from snapshots', () => {
  const make = sqliteFromSnapshots
  eventStoreSuite({ test: slow, make, supports: nothing, ...SNAPSHOTS })
  eventQueriesSuite({ test: slow, make, reference: memory, ...SNAPSHOTS })
})

describe('SQLite on a file', () => {
  const make = sqliteFile({ snapshotEvery: 3 })
  eventStoreSuite({ test: slow, make, supports: everything, ...ON_FILE })
  eventQueriesSuite({ test: slow, make, reference: memory, ...ON_FILE })
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
