import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Bot, BotRejection } from '../../bot/index.js'
import { isUid } from '../../event/index.js'
import type { AppendFailure } from '../../ports/index.js'
import type { Parts } from '../parts.js'
import type { BotRef } from './settle-bot.js'

/** One bot of a tenant; `NotFound` for a deleted one. Who may see it is for the facade to say. */
export const getBot =
  ({ store }: Pick<Parts, 'store'>) =>
  ({ tenantId, botId }: BotRef): TE.TaskEither<AppendFailure<BotRejection>, Bot> =>
    isUid(botId)
      ? pipe(
          store.load(tenantId, 'bot', botId),
          TE.chainW(({ state }) => (state.type === 'Present' ? TE.right(state.bot) : NOT_FOUND)),
        )
      : NOT_FOUND

const NOT_FOUND: TE.TaskEither<AppendFailure<BotRejection>, never> = TE.left({
  type: 'Rejected',
  rejection: { type: 'NotFound' },
})
