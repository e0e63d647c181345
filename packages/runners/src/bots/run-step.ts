import type { DueBot, StoreFailure } from '@kalends/core'
import { MAX_INSTANT } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { Rest } from '../loop/index.js'
import type { LaunchedBot } from './bot-runner.js'
import { giveUpLost } from './give-up.js'
import type { BotRunError, Running } from './running.js'
import { sendOff } from './send-off.js'

/**
 * Gives up bots that are lost, then launches those that are due, as long as there is room, and sends them off.
 *
 * One that cannot be launched does not keep the others from their turn.
 */
export const runStep = (
  running: Running,
  inFlight: Set<Promise<void>>,
  more: () => void,
): TE.TaskEither<BotRunError, Rest> => {
  const { store, clock, batch, calendar, onError } = running
  const begin = (launched: LaunchedBot) => {
    const sending: Promise<void> = sendOff(running, launched).finally(() => {
      inFlight.delete(sending)
      more()
    })
    inFlight.add(sending)
  }
  const launch = async ({ tenantId, botId }: DueBot): Promise<Launched> => {
    const launched = await calendar.launchBot({ tenantId, botId })()
    if (E.isLeft(launched)) return { type: 'BotRunError', botId, failure: launched.left }
    if (launched.right !== null) begin({ tenantId, bot: launched.right })
    return launched.right === null ? 'NotOurs' : 'Ours'
  }
  return async () => {
    const lost = await giveUpLost(running)()
    if (E.isLeft(lost)) return lost
    const room = batch - inFlight.size
    const waiting = await store.dueBots({ phase: 'Scheduled', until: MAX_INSTANT, limit: batch })()
    if (E.isLeft(waiting)) return E.left(unfound(waiting.left))
    const due = waiting.right.filter(({ dueAt }) => dueAt <= clock.now())
    const results: Launched[] = []
    for (const each of due.slice(0, room)) results.push(await launch(each))
    const [failure, ...others] = results.filter((each) => typeof each === 'object')
    for (const each of others) onError(each)
    if (failure !== undefined) return E.left(failure)
    return E.right(rest(running, { waiting: waiting.right, results, inFlight: inFlight.size }))
  }
}

type Launched = 'Ours' | 'NotOurs' | BotRunError

/** Another process has it, or our clock is ahead of the calendar's: it is looked for again after this. */
const SOON_MS = 50

const rest = (
  { clock }: Running,
  {
    waiting,
    results,
    inFlight,
  }: {
    readonly waiting: readonly DueBot[]
    readonly results: readonly Launched[]
    readonly inFlight: number
  },
): Rest => {
  if (results.length > 0) return { restMs: results.includes('Ours') ? 0 : SOON_MS, idle: false }
  const [next] = waiting
  const restMs = next === undefined ? Infinity : next.dueAt - clock.now()
  // Without room, whatever lands makes it.
  return restMs <= 0 ? { restMs: Infinity, idle: false } : { restMs, idle: inFlight === 0 }
}

const unfound = (failure: StoreFailure): BotRunError => ({
  type: 'BotRunError',
  botId: null,
  failure,
})
