import type { Checkpoints, EventQueries, EventStore, Outbox, Webhooks } from '@kalends/core'
import { announceChanges, deliverOutbox, webhookSink } from '@kalends/runners'
import type { Logger } from 'pino'
import type { Metrics } from '../http/metrics.js'

/** What webhooks are told with. */
export interface WebhookBackground {
  readonly store: EventStore & EventQueries & Outbox & Checkpoints
  readonly webhooks: Webhooks
  readonly log: Logger
  readonly metrics: Metrics
}

/** Starts telling webhooks what changes. What it returns stops it. */
export const startWebhooks = ({
  store,
  webhooks,
  log,
  metrics,
}: WebhookBackground): (() => Promise<void>) => {
  const announcing = announceChanges({
    webhooks,
    store,
    checkpoints: store,
    onError: (error) => log.warn({ error }, 'webhooks were not told'),
  })
  const delivery = deliverOutbox({
    outbox: store,
    store,
    audience: 'Webhooks',
    // Room for others beside a tenant whose receivers all hang.
    batch: 100,
    // Twice what one delivery may take, and some: so long a message waits that a killed process had in hand.
    leaseMs: 21_000,
    notifier: webhookSink({ webhooks }),
    // No URL, secret or token: what is in hand is known by its id.
    onError: (error) =>
      error.type === 'NotDelivered'
        ? log.warn({ messageId: error.message.messageId, ...error.failure }, 'not sent')
        : log.error({ error }, 'the outbox failed'),
    onSettled: (_message, { type }) => metrics.settled(type),
  })
  return async () => {
    await announcing.stop()
    await delivery.stop()
  }
}
