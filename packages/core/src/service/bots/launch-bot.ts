import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Bot, BotRejection } from '../../bot/index.js'
import type { AppendFailure } from '../../ports/index.js'
import type { BotRef, SettlingParts } from './settle-bot.js'
import { settleBot } from './settle-bot.js'

/**
 * Sends a bot off whose time has come: gives it to one caller, ever, `Joining`; null to every other one, and when it is not due
 * any more.
 *
 * Its event is looked at first, and is still so under its lock: no bot is sent into a call that was cancelled.
 */
export const launchBot =
  (parts: SettlingParts) =>
  (ref: BotRef): TE.TaskEither<AppendFailure<BotRejection>, Bot | null> =>
    pipe(
      settleBot(parts, ref, { type: 'Launch', at: parts.clock.now() }),
      TE.map(({ state, happened }) =>
        state.type === 'Present' && happened.some(({ type }) => type === 'BotAdvanced')
          ? state.bot
          : null,
      ),
    )
