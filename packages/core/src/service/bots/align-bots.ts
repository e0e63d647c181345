import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { BotRejection } from '../../bot/index.js'
import type { TenantId, Uid } from '../../event/index.js'
import type { AppendFailure } from '../../ports/index.js'
import type { SettlingParts } from './settle-bot.js'
import { settleBot } from './settle-bot.js'

/** The events of a tenant whose bots are to be aligned. */
export interface AlignBotsRequest {
  readonly tenantId: TenantId
  readonly uids: readonly Uid[]
}

/**
 * Deletes the bots of events that do not take place any more, and moves those of events that take place at another time; only
 * such as have not begun to join. Says how many changed.
 *
 * Looks at what is, not at what happened: it may be asked twice, late and in any order.
 */
export const alignBots =
  (parts: SettlingParts) =>
  ({ tenantId, uids }: AlignBotsRequest): TE.TaskEither<AppendFailure<BotRejection>, number> =>
    pipe(
      parts.store.scheduledBots({ tenantId, uids: [...new Set(uids)] }),
      TE.chainW(TE.traverseSeqArray((botId) => settleBot(parts, { tenantId, botId }, null))),
      TE.map((settled) => settled.filter(({ happened }) => happened.length > 0).length),
    )
