import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { CalendarId } from '../../event/index.js'
import type { OutboxMessage, Recorded, StoreFailure } from '../../ports/index.js'
import type { Webhook } from '../../webhook/index.js'
import { webhookSecret } from '../../webhook/index.js'
import { changeToken } from './change-token.js'
import { webhooksOf } from './find-webhook.js'
import type { WebhookParts } from './webhook-parts.js'

/** What a message tells a webhook. A change token lists what was changed since; no event's data is in it. */
export type WebhookContent =
  | { readonly trigger: 'EventsUpdate'; readonly changeToken: string }
  | {
      readonly trigger: 'StateChange'
      readonly calendarId: CalendarId
      readonly connection: 'Connected' | 'Disconnected'
    }

/** What is to be done about a message: sent, dropped because its webhook was removed, or given up because that is disabled. */
export type WebhookDelivery =
  | {
      readonly type: 'Send'
      readonly url: string
      readonly secret: string
      readonly content: WebhookContent
      /** How deliveries to it went until now. */
      readonly deliveries: 'Fail' | 'Succeed'
    }
  | { readonly type: 'Removed' }
  | { readonly type: 'Disabled' }

/** What a `Webhook` message of the outbox comes to now. It says where to look in the log, and the log has the rest. */
export const delivery =
  (parts: WebhookParts) =>
  (message: OutboxMessage): TE.TaskEither<StoreFailure, WebhookDelivery> =>
    pipe(
      TE.Do,
      TE.apS('all', webhooksOf(parts)(message)),
      TE.apS(
        'page',
        parts.store.readLog({
          tenantId: message.tenantId,
          after: message.position - 1,
          limit: 1,
        }),
      ),
      TE.map(({ all, page: [recorded] }) =>
        deliveryTo(
          parts,
          all.find(({ id }) => id === message.recipient),
          recorded,
        ),
      ),
    )

const deliveryTo = (
  parts: WebhookParts,
  webhook: Webhook | undefined,
  recorded: Recorded | undefined,
): WebhookDelivery => {
  if (webhook === undefined || recorded === undefined) return { type: 'Removed' }
  if (webhook.status === 'Disabled') return { type: 'Disabled' }
  const content = contentOf(parts, recorded)
  if (content === null) return { type: 'Removed' }
  const { tenantId } = recorded
  const secret = webhookSecret(parts.secret, { tenantId, webhookId: webhook.id })
  const deliveries = webhook.failing === null ? 'Succeed' : 'Fail'
  return { type: 'Send', url: webhook.url, secret, content, deliveries }
}

const contentOf = (parts: WebhookParts, recorded: Recorded): WebhookContent | null => {
  if (recorded.aggregate !== 'webhook') return null
  const { tenantId, happened } = recorded
  switch (happened.type) {
    case 'UpdatesAnnounced':
    case 'WebhookRecovered': {
      const since = { position: happened.after, from: happened.from }
      return { trigger: 'EventsUpdate', changeToken: changeToken(parts, tenantId, since) }
    }
    case 'ConnectionAnnounced': {
      const { calendarId, connection } = happened
      return { trigger: 'StateChange', calendarId, connection }
    }
    case 'WebhookSubscribed':
    case 'WebhookUnsubscribed':
    case 'WebhookDisabled':
    case 'WebhookFailing':
      return null
  }
}
