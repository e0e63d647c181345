import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { AdvanceBotCommand, Bot } from '../../bot/index.js'
import { isUid, textProblems } from '../../event/index.js'
import type { BotFailure } from './bot-failure.js'
import type { BotRef, SettlingParts } from './settle-bot.js'
import { settleBot } from './settle-bot.js'

/** How far a bot has come: where it is, its recording, its transcription. What is left out stays. */
export interface AdvanceBot extends BotRef, Omit<AdvanceBotCommand, 'type' | 'at'> {}

/** Notes how far a bot has come. What it says already does nothing; only legal steps are taken, all of them or none. */
export const advanceBot =
  (parts: SettlingParts) =>
  ({ tenantId, botId, ...step }: AdvanceBot): TE.TaskEither<BotFailure, Bot> => {
    const { reason = null } = step
    const problems = reason === null ? [] : textProblems(['reason'], reason, REASON)
    if (problems.length > 0) return rejected({ type: 'InvalidFields', problems })
    if (!isUid(botId)) return rejected({ type: 'NotFound' })
    const command = { type: 'Advance', at: parts.clock.now(), ...step } as const
    return pipe(
      settleBot(parts, { tenantId, botId }, command),
      TE.mapLeft((failure): BotFailure => failure),
      TE.chain(({ state }) =>
        state.type === 'Present' ? TE.right(state.bot) : rejected({ type: 'NotFound' }),
      ),
    )
  }

const REASON = { atMost: 500, empty: 'Allowed' } as const

const rejected = (
  rejection: Extract<BotFailure, { type: 'Rejected' }>['rejection'],
): TE.TaskEither<BotFailure, never> => TE.left({ type: 'Rejected', rejection })
