import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Clock } from '@kalends/core'
import { deliverOutbox, detectLanguages, pruneSuperseded } from '@kalends/runners'
import { memoryStore } from '@kalends/storage-memory'
import { openSqliteStore } from '@kalends/storage-sql/sqlite'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { SimulatedBackground, SimulationSubject } from '../../src/simulation/index.js'

/** Runners as a service starts them, impatient ones, so that leases are lost now and then. */
const startRunners = (background: SimulatedBackground): void => {
  const { store, random } = background
  const backoff = { baseMs: 20, maxMs: 500, random: random.next }
  deliverOutbox({
    ...background,
    outbox: store,
    leaseMs: 400,
    batch: 4,
    pollMs: 300,
    backoff,
    maxAttempts: 10_000,
  })
  detectLanguages({
    ...{ ...background, checkpoints: store, pollMs: 400, batch: 8, backoff },
    detect: (text) => TE.right(languageOf(text)),
  })
  pruneSuperseded({ ...background, everyMs: 5000, backoff })
}

const languageOf = (text: string): string => (text.startsWith('Good') ? 'en' : 'de')

/** Every process over one store in memory, which keeps what it has when they die. */
export const memory: SimulationSubject = {
  startRunners,
  languageOf,
  newStorage: (clock) => {
    const store = memoryStore({ clock })
    const close = () => Promise.resolve()
    return Promise.resolve({
      open: () => Promise.resolve({ store, close }),
      restart: close,
      remove: close,
    })
  },
}

/** Every process over a connection of its own to one file. */
export const sqlite: SimulationSubject = {
  startRunners,
  languageOf,
  newStorage: (clock: Clock) => {
    const folder = mkdtempSync(join(tmpdir(), 'kalends-simulation-'))
    const file = join(folder, 'calendar.db')
    return Promise.resolve({
      open: () => {
        const store = openSqliteStore({ file, clock, snapshotEvery: 5 })
        return Promise.resolve({ store, close: store.close })
      },
      restart: () => Promise.resolve(),
      remove: () => {
        rmSync(folder, { recursive: true, force: true })
        return Promise.resolve()
      },
    })
  },
}
