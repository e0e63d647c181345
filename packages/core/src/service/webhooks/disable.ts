import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { systemEnvelope } from '../system-envelope.js'
import { appendWebhook } from './append-webhook.js'
import type { WebhookRequest } from './find-webhook.js'
import type { WebhookFailure } from './webhook-failure.js'
import type { WebhookParts } from './webhook-parts.js'

/** Which webhook is told nothing more, and why. */
export interface DisableWebhook extends WebhookRequest {
  readonly reason: string
}

/** Tells a webhook nothing more, because its receiver is gone; again does nothing. */
export const disable =
  (parts: WebhookParts) =>
  ({ tenantId, webhookId: id, reason }: DisableWebhook): TE.TaskEither<WebhookFailure, void> =>
    pipe(
      appendWebhook(parts, systemEnvelope(parts.ids, tenantId, 'webhooks'), {
        type: 'Disable',
        at: parts.clock.now(),
        id,
        reason,
      }),
      TE.map(() => undefined),
    )
