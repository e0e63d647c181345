import * as E from 'fp-ts/lib/Either.js'
import type { BotRunnerFailure, LaunchedBot, Report } from './bot-runner.js'
import { giveUp } from './give-up.js'
import type { Running } from './running.js'

/** Gives a launched bot to the runner; one that it cannot send is given up. Never rejects. */
export const sendOff = async (running: Running, launched: LaunchedBot): Promise<void> => {
  const { calendar, runner, onError } = running
  const { tenantId, bot } = launched
  const { botId } = bot
  const report: Report = (step) => calendar.advanceBot({ ...step, tenantId, botId })
  const joined = await attempt(async () => runner.join(launched, report)())
  if (E.isRight(joined)) return
  onError({ type: 'BotRunError', botId, failure: joined.left })
  await giveUp(running, { tenantId, botId }, joined.left.reason)
}

const attempt = async (
  join: () => Promise<E.Either<BotRunnerFailure, void>>,
): Promise<E.Either<BotRunnerFailure, void>> => {
  try {
    return await join()
  } catch (cause) {
    return E.left({ type: 'BotRunnerFailure', reason: String(cause) })
  }
}
