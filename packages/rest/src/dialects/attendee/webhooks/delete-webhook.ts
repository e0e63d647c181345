import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { endpoint, noBody } from '../../../http/index.js'
import { namedWebhook } from './webhook-item.js'
import type { WebhookEndpointParts } from './webhook-request.js'
import { asking, webhookPath } from './webhook-request.js'

/** `DELETE /api/v1/webhooks/{webhook_id}`: removes a webhook of the project. */
export const deleteWebhook = (parts: WebhookEndpointParts) =>
  endpoint({
    method: 'DELETE',
    path: '/api/v1/webhooks/{webhook_id}',
    operationId: 'deleteWebhook',
    summary: 'Delete a webhook',
    description: 'Nothing more is sent to it, also not what was waiting.',
    params: webhookPath,
    query: {},
    headers: [],
    body: noBody,
    answers: { 204: { description: 'Deleted.', codec: null } },
    problems: ['FORBIDDEN'],
    handle: ({ identity, params }) =>
      pipe(
        asking(parts, identity, ({ tenantId, userId: actor }) =>
          parts.webhooks.unsubscribe({
            tenantId,
            actor,
            webhookId: namedWebhook(params.webhook_id),
          }),
        ),
        TE.map(() => ({ status: 204 })),
      ),
  })
