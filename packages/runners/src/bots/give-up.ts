import type { DueBot } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { BotRunError, Running } from './running.js'

/** Ends a bot that cannot go on, and says why. Never fails: what cannot be written now is lost later, and given up then. */
export const giveUp = async (
  { calendar, onError }: Running,
  { tenantId, botId }: Pick<DueBot, 'tenantId' | 'botId'>,
  reason: string,
): Promise<void> => {
  const kept = reason.toWellFormed().replaceAll('\0', '').slice(0, LONGEST).toWellFormed()
  const advanced = await calendar.advanceBot({ tenantId, botId, to: 'FatalError', reason: kept })()
  if (E.isLeft(advanced)) onError({ type: 'BotRunError', botId, failure: advanced.left })
}

const LONGEST = 500

/** Gives up the bots that were sent off long ago and were not heard of since: their process may be dead. */
export const giveUpLost = (running: Running): TE.TaskEither<BotRunError, void> => {
  const { store, clock, lostAfterMs, batch } = running
  return pipe(
    store.dueBots({ phase: 'Joining', until: clock.now() - lostAfterMs, limit: batch }),
    TE.mapLeft((failure): BotRunError => ({ type: 'BotRunError', botId: null, failure })),
    TE.chainTaskK((lost) => async () => {
      for (const each of lost) await giveUp(running, each, 'nothing was heard of it')
    }),
  )
}
