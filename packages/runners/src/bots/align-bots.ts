import type {
  AppendFailure,
  BotRejection,
  CalendarService,
  Checkpoints,
  EventStore,
} from '@kalends/core'
import { eventsMovedIn } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import { constVoid } from 'fp-ts/lib/function.js'
import type { FollowError } from '../follow/index.js'
import { followLog } from '../follow/index.js'
import type { Backoff, Runner } from '../loop/index.js'

/** What `alignBots` is given. */
export interface AlignBotsOptions {
  readonly calendar: Pick<CalendarService, 'alignBots'>
  readonly store: Pick<EventStore, 'readLog' | 'tenants' | 'onAppended'>
  readonly checkpoints: Checkpoints
  /** Under which name the checkpoints are kept. Default `bot-aligner`. */
  readonly name?: string
  /** How many domain events are read at once. Default 256. */
  readonly batch?: number
  /** How late another process's commits, and tenants, may be found. Default 5,000. */
  readonly pollMs?: number
  /** Default: from 1 s to 1 min. */
  readonly backoff?: Partial<Backoff>
  /** What went wrong, for logs; the runner goes on. */
  readonly onError?: (error: FollowError<AppendFailure<BotRejection>>) => void
}

/**
 * Deletes and moves the bots of events that were cancelled or moved, by the log.
 *
 * Every command does so before it answers; this is for the process that was killed in between, and for whoever writes to the store
 * beside the calendar. Doing it twice changes nothing, so any number of processes may run it.
 */
export const alignBots = (options: AlignBotsOptions): Runner => {
  const { calendar, store, checkpoints, name = 'bot-aligner' } = options
  const { batch = 256, pollMs = 5000, onError = constVoid } = options
  return followLog<AppendFailure<BotRejection>>({
    ...{ store, checkpoints, name, batch, pollMs, onError },
    backoff: { baseMs: 1000, maxMs: 60_000, random: Math.random, ...options.backoff },
    work: async (page, tenantId) => {
      const uids = eventsMovedIn(page)
      if (uids.length === 0) return E.right('Passed')
      const aligned = await calendar.alignBots({ tenantId, uids })()
      return E.isLeft(aligned) ? aligned : E.right('Worked')
    },
  })
}
