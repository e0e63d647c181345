import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { endpoint } from '../../../http/index.js'
import { closed, described, listOf, named, text } from '../../../wire/index.js'
import { CreatedWebhook, Trigger, webhookItem } from './webhook-item.js'
import type { WebhookEndpointParts } from './webhook-request.js'
import { asking } from './webhook-request.js'

const NewWebhook = named(
  'NewWebhook',
  closed(
    {
      url: described(text({ min: 1, max: 2000 }), {
        format: 'uri',
        examples: ['https://example.com/hook'],
      }),
      triggers: described(listOf(Trigger, 10), { minItems: 1 }),
    },
    {},
  ),
)

/** `POST /api/v1/webhooks`: adds a webhook of the project. */
export const createWebhook = (parts: WebhookEndpointParts) =>
  endpoint({
    method: 'POST',
    path: '/api/v1/webhooks',
    operationId: 'createWebhook',
    summary: 'Create a webhook',
    description:
      'It is told what happens from now on, by signed messages. Its secret is in this answer only.',
    params: {},
    query: {},
    headers: ['Idempotency-Key'],
    body: { codec: NewWebhook, mediaTypes: ['application/json'] },
    answers: { 201: { description: 'The webhook and its secret.', codec: CreatedWebhook } },
    problems: ['FORBIDDEN', 'IDEMPOTENCY_KEY_REUSED'],
    handle: ({ identity, body, commandId }) =>
      pipe(
        asking(parts, identity, ({ tenantId, userId: actor }) =>
          parts.webhooks.subscribe({
            ...{ tenantId, actor, ...body },
            ...(commandId === undefined ? {} : { commandId }),
          }),
        ),
        TE.map(({ webhook, secret }) => ({
          status: 201,
          body: { ...webhookItem(webhook), secret },
        })),
      ),
  })
