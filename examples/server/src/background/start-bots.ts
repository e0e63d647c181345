import type { CalendarService, Checkpoints, EventQueries, EventStore } from '@kalends/core'
import type { BotRunner } from '@kalends/runners'
import { alignBots, runBots, scriptedBots } from '@kalends/runners'
import type { Logger } from 'pino'

/** What bots are run with. */
export interface BotParts {
  readonly store: EventStore & EventQueries & Checkpoints
  readonly calendar: CalendarService
  readonly log: Logger
  /** Whether bots are sent off that follow a script, or none are. */
  readonly bots: 'Scripted' | 'None'
}

/**
 * Starts aligning bots with their events and, in the demo, sending them off: its bots follow a script and join no call. A service
 * puts its own `BotRunner` there. What it gives stops both.
 */
export const startBots = ({ store, calendar, log, bots }: BotParts): (() => Promise<void>) => {
  const stopping = new AbortController()
  const aligning = alignBots({
    calendar,
    store,
    checkpoints: store,
    onError: (error) => log.warn({ error }, 'aligning bots failed'),
  })
  const send = (runner: BotRunner) =>
    runBots({
      calendar,
      store,
      runner,
      onError: (error) => log.warn({ error }, 'sending a bot failed'),
    })
  const sending = bots === 'Scripted' ? send(scriptedBots({ signal: stopping.signal })) : null
  return async () => {
    stopping.abort()
    await Promise.all([aligning.stop(), sending?.stop()])
  }
}
