import type { CalendarService, Clock, EventQueries, EventStore, StoreFailure } from '@kalends/core'
import type { BotFailure } from '@kalends/core'
import { systemClock } from '@kalends/core'
import { constVoid } from 'fp-ts/lib/function.js'
import type { Backoff } from '../loop/index.js'
import type { BotRunner, BotRunnerFailure } from './bot-runner.js'

/** What `runBots` is given. */
export interface RunBotsOptions {
  readonly calendar: Pick<CalendarService, 'launchBot' | 'advanceBot'>
  readonly store: Pick<EventStore, 'onAppended'> & Pick<EventQueries, 'dueBots'>
  readonly runner: BotRunner
  /** Default: the machine's clock. */
  readonly clock?: Clock
  /** How many bots are sent off at once. Default 20. */
  readonly batch?: number
  /** After how long a bot that was sent off, and of which nothing was heard since, is given up. Default 15 minutes. */
  readonly lostAfterMs?: number
  /** How late a bot may be found that another process scheduled. Default 5,000. */
  readonly pollMs?: number
  /** Default: from 1 s to 1 min. */
  readonly backoff?: Partial<Backoff>
  /** What went wrong, for logs; the runner goes on. */
  readonly onError?: (error: BotRunError) => void
}

/** What went wrong with a bot or, `botId` being null, with finding those that are due. */
export interface BotRunError {
  readonly type: 'BotRunError'
  readonly botId: string | null
  readonly failure: BotFailure | BotRunnerFailure | StoreFailure
}

/** The options with every default filled in. */
export interface Running extends Required<Omit<RunBotsOptions, 'backoff'>> {
  readonly backoff: Backoff
}

/** Fills in what the options leave out. */
export const runningOf = (options: RunBotsOptions): Running => ({
  clock: systemClock,
  batch: 20,
  lostAfterMs: 900_000,
  pollMs: 5000,
  onError: constVoid,
  ...options,
  backoff: { baseMs: 1000, maxMs: 60_000, random: Math.random, ...options.backoff },
})
