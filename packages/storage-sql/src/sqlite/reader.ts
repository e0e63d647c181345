import type { Database as Connection } from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import type { RunSync } from '../sql/connection.js'
import { attempt } from '../sql/driver-failure.js'
import type { Read } from '../steps/port.js'

/** What reads work with. */
export interface ReaderParts {
  readonly connection: Connection
  readonly run: RunSync
  readonly busyTimeoutMs: number
}

const RETRY_MS = 2

/**
 * Runs reads at once, on what is committed.
 *
 * A host may have a transaction open on this very connection; what it has written is not there yet, so
 * reads wait for its end.
 */
export const readerOn =
  ({ connection, run, busyTimeoutMs }: ReaderParts): Read =>
  (steps) =>
  async () => {
    const deadline = performance.now() + busyTimeoutMs
    while (connection.inTransaction) {
      if (performance.now() > deadline) return E.left(BUSY)
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
    }
    return attempt(() => run(steps()))
  }

const BUSY = {
  type: 'StoreFailure',
  reason: 'SQLITE_BUSY: a transaction of the host is open',
} as const
