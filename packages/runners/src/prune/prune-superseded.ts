import type { Clock, EventQueries, EventStore, StoreFailure, TenantId } from '@kalends/core'
import { DEFAULT_RETENTION_MS, systemClock } from '@kalends/core'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Backoff, Runner } from '../loop/index.js'
import { startLoop } from '../loop/index.js'

/** What pruning works with. */
export interface PruneSupersededOptions {
  readonly store: EventStore & EventQueries
  readonly clock?: Clock
  /** How far back reads must reach: the calendar's own `retentionMs`. Default 24 hours. */
  readonly retentionMs?: number
  /** How often to prune. Default 10 minutes. */
  readonly everyMs?: number
  readonly backoff?: Partial<Backoff>
  readonly onError?: (failure: StoreFailure) => void
}

const EVERY_MS = 600_000
const BACKOFF: Backoff = { baseMs: 1000, maxMs: 60_000, random: Math.random }

/**
 * Drops, again and again, the row versions that no read within the retention can see.
 *
 * The log stays whole: what is pruned is what `asOf` and old cursors would read.
 */
export const pruneSuperseded = (options: PruneSupersededOptions): Runner => {
  const { store, clock = systemClock, retentionMs = DEFAULT_RETENTION_MS } = options
  const { everyMs = EVERY_MS, onError } = options
  const prune = (tenantId: TenantId) =>
    pipe(
      store.positionAt(tenantId, clock.now() - retentionMs),
      TE.chain((position) => store.prune(tenantId, position)),
    )
  return startLoop<StoreFailure>({
    step: pipe(
      store.tenants,
      TE.chain(TE.traverseSeqArray(prune)),
      TE.map(() => ({ restMs: everyMs, idle: true })),
    ),
    subscribe: () => () => undefined,
    pollMs: everyMs,
    backoff: { ...BACKOFF, ...options.backoff },
    onError: (failure) => onError?.(failure),
    thrown: (cause) => ({ type: 'StoreFailure', reason: String(cause) }),
    finish: () => Promise.resolve(),
  })
}
