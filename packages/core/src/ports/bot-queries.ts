import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { Bot, BotEvent } from '../bot/index.js'
import type { TenantId, Uid } from '../event/index.js'
import type { Instant } from '../time/index.js'
import type { StoreFailure } from './event-store.js'

/** An event that takes place once, or an occurrence of a series. */
export type BotPlace = Pick<BotEvent, 'uid' | 'recurrenceId'>

/** The bots of all tenants that have been in a phase since some time, the longest first. */
export interface DueBotsQuery {
  /** `Scheduled` ones are due when they are to join; `Joining` ones since they were sent off. */
  readonly phase: 'Scheduled' | 'Joining'
  /** Included. */
  readonly until: Instant
  readonly limit: number
}

/** A bot that waits for something, and since when. */
export interface DueBot {
  readonly tenantId: TenantId
  readonly botId: string
  readonly dueAt: Instant
}

/** What is read of bots: as they are now, deleted ones never. Sees every append that was acknowledged before it was asked. */
export interface BotQueries {
  /** The bots of all these places, in one query, by when they join and then by id. */
  readonly botsAt: (query: {
    readonly tenantId: TenantId
    readonly places: readonly BotPlace[]
  }) => TE.TaskEither<StoreFailure, readonly Bot[]>
  /** The ids of the bots of these events that have not begun to join, in no order. */
  readonly scheduledBots: (query: {
    readonly tenantId: TenantId
    readonly uids: readonly Uid[]
  }) => TE.TaskEither<StoreFailure, readonly string[]>
  /** By when they were due, then by tenant and id; at most `limit`. */
  readonly dueBots: (query: DueBotsQuery) => TE.TaskEither<StoreFailure, readonly DueBot[]>
}

/** Since when a bot is due in its phase; null when nobody waits for it. */
export const dueOf = ({ phase, joinAt, changes }: Bot): Instant | null => {
  switch (phase) {
    case 'Scheduled':
      return joinAt
    case 'Joining':
      return changes.at(-1)?.at ?? joinAt
    case 'JoinedNotRecording':
    case 'JoinedRecording':
    case 'Leaving':
    case 'Ended':
    case 'FatalError':
      return null
  }
}
