import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Report } from '../../webhook/index.js'
import { systemEnvelope } from '../system-envelope.js'
import { appendWebhook } from './append-webhook.js'
import type { WebhookRequest } from './find-webhook.js'
import type { WebhookFailure } from './webhook-failure.js'
import type { WebhookParts } from './webhook-parts.js'

/** How deliveries to a webhook go. */
export interface ReportDeliveries extends WebhookRequest {
  readonly deliveries: Report['deliveries']
}

/** Says that deliveries to a webhook fail, or that they do not any more; the same again does nothing. */
export const report =
  (parts: WebhookParts) =>
  ({
    tenantId,
    webhookId: id,
    deliveries,
  }: ReportDeliveries): TE.TaskEither<WebhookFailure, void> =>
    pipe(
      appendWebhook(parts, systemEnvelope(parts.ids, tenantId, 'webhooks'), {
        type: 'Report',
        at: parts.clock.now(),
        id,
        deliveries,
      }),
      TE.map(() => undefined),
    )
