import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { endpoint, noBody, required } from '../../../http/index.js'
import { text } from '../../../wire/index.js'
import { namedWebhook } from './webhook-item.js'
import type { WebhookEndpointParts } from './webhook-request.js'
import { asking, webhookPath } from './webhook-request.js'

const path = {
  ...webhookPath,
  message_id: required(text({ min: 1, max: 500 }), 'The id of the message.'),
}

/** `POST /api/v1/webhooks/{webhook_id}/dead_letters/{message_id}/replay`: sends a message again. */
export const replayDeadLetter = (parts: WebhookEndpointParts) =>
  endpoint({
    method: 'POST',
    path: '/api/v1/webhooks/{webhook_id}/dead_letters/{message_id}/replay',
    operationId: 'replayDeadLetter',
    summary: 'Send a message again',
    description:
      'Under the same `webhook-id`, with a timestamp of its own, and as often as a new one where that fails.',
    params: path,
    query: {},
    headers: [],
    body: noBody,
    answers: { 202: { description: 'It is sent in a moment.', codec: null } },
    problems: ['FORBIDDEN'],
    handle: ({ identity, params }) =>
      pipe(
        asking(parts, identity, ({ tenantId }) => {
          const webhookId = namedWebhook(params.webhook_id)
          return parts.webhooks.replay({ tenantId, webhookId, messageId: params.message_id })
        }),
        TE.map(() => ({ status: 202 })),
      ),
  })
