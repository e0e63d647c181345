import type {
  CalendarService,
  Checkpoints,
  EventQueries,
  EventStore,
  Outbox,
  Webhooks,
} from '@kalends/core'
import { deliverOutbox, detectLanguages, logSink, pruneSuperseded } from '@kalends/runners'
import type { Logger } from 'pino'
import type { Metrics } from '../http/metrics.js'
import { durableLines } from './append-durably.js'
import type { BotParts } from './start-bots.js'
import { startBots } from './start-bots.js'
import { startWebhooks } from './start-webhooks.js'

/** What works in the background, and with what. */
export interface Background {
  readonly store: EventStore & EventQueries & Outbox & Checkpoints
  readonly calendar: CalendarService
  readonly webhooks: Webhooks
  readonly bots: BotParts['bots']
  readonly log: Logger
  readonly metrics: Metrics
  /** Where notifications are appended to; null for the log. */
  readonly notificationLog: string | null
}

/**
 * The sink is local and quick, and this process is the only one on its file: after a crash nobody
 * should wait long for what was in its hands.
 */
const LEASE_MS = 2000

/** Starts delivering notifications, detecting languages and pruning. What it resolves to stops all. */
export const startRunners = async (background: Background): Promise<() => Promise<void>> => {
  const { store, calendar, log, metrics, notificationLog } = background
  const lines = notificationLog === null ? null : await durableLines(notificationLog)
  const delivery = deliverOutbox({
    outbox: store,
    store,
    notifier: logSink(lines === null ? notificationsTo(log) : lines.append),
    leaseMs: LEASE_MS,
    onError: (error) =>
      error.type === 'NotDelivered'
        ? log.warn({ messageId: error.message.messageId, ...error.failure }, 'not delivered')
        : log.error({ error }, 'the outbox failed'),
    onSettled: (_message, { type }) => metrics.settled(type),
  })
  const detection = detectLanguages({
    calendar,
    store,
    checkpoints: store,
    onError: (error) => log.warn({ error }, 'language detection failed'),
  })
  const pruning = pruneSuperseded({
    store,
    onError: (error) => log.warn({ error }, 'pruning failed'),
  })
  const stopWebhooks = startWebhooks(background)
  const stopBots = startBots(background)
  return async () => {
    await Promise.all([
      stopBots(),
      stopWebhooks(),
      delivery.stop(),
      detection.stop(),
      pruning.stop(),
    ])
    await lines?.close()
  }
}

const notificationsTo =
  (log: Logger) =>
  (line: string): void => {
    const notification: unknown = JSON.parse(line)
    log.info({ notification }, 'notification')
  }
