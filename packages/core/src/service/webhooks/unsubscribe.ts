import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Envelope } from '../command.js'
import { envelope } from '../envelope.js'
import { appendWebhook } from './append-webhook.js'
import type { WebhookFailure } from './webhook-failure.js'
import type { WebhookParts } from './webhook-parts.js'

/** Which webhook of the tenant is to go. */
export interface UnsubscribeWebhook extends Envelope {
  readonly webhookId: string
}

/** Removes a webhook: also what waits for it is not sent any more. One that is not there is `NotFound`. */
export const unsubscribe =
  (parts: WebhookParts) =>
  (asked: UnsubscribeWebhook): TE.TaskEither<WebhookFailure, void> => {
    const { commandId, webhookId: id } = asked
    const about = envelope({ ...asked, type: 'UnsubscribeWebhook' }, commandId ?? parts.ids.uuid())
    return pipe(
      appendWebhook(parts, about, { type: 'Unsubscribe', at: parts.clock.now(), id }),
      TE.chain(({ events }) =>
        events.length === 0
          ? TE.left<WebhookFailure>({ type: 'Rejected', rejection: { type: 'NotFound' } })
          : TE.right(undefined),
      ),
    )
  }
