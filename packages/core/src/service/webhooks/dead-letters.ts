import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { DeadMessage } from '../../ports/index.js'
import type { WebhookRequest } from './find-webhook.js'
import { findWebhook } from './find-webhook.js'
import type { WebhookFailure } from './webhook-failure.js'
import type { WebhookParts } from './webhook-parts.js'

/** Whose dead letters, and how many at most. */
export interface DeadLettersRequest extends WebhookRequest {
  readonly limit: number
}

/** Which dead letter is to be sent again. */
export interface ReplayWebhook extends WebhookRequest {
  readonly messageId: string
}

/** What was given up to send to a webhook, the oldest first. */
export const deadLetters =
  (parts: WebhookParts) =>
  (request: DeadLettersRequest): TE.TaskEither<WebhookFailure, readonly DeadMessage[]> =>
    pipe(
      findWebhook(parts)(request),
      TE.chainW(() => parts.store.dead({ ...deadTo(request), limit: request.limit })),
    )

/** Sends a dead letter again, now, under the same id. One that is not there is `NotFound`. */
export const replay =
  (parts: WebhookParts) =>
  (request: ReplayWebhook): TE.TaskEither<WebhookFailure, void> =>
    pipe(
      findWebhook(parts)(request),
      TE.chainW(() => {
        const { messageId } = request
        return parts.store.revive({ ...deadTo(request), messageId, dueAt: parts.clock.now() })
      }),
      TE.chain((revived) =>
        revived === 'Revived'
          ? TE.right(undefined)
          : TE.left<WebhookFailure>({ type: 'Rejected', rejection: { type: 'NotFound' } }),
      ),
    )

const deadTo = ({ tenantId, webhookId: recipient }: WebhookRequest) =>
  ({ tenantId, audience: 'Webhooks', recipient }) as const
