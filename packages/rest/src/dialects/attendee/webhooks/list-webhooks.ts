import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { endpoint, noBody } from '../../../http/index.js'
import { closed, listOf, named } from '../../../wire/index.js'
import { WebhookItem, webhookItem } from './webhook-item.js'
import type { WebhookEndpointParts } from './webhook-request.js'
import { asking } from './webhook-request.js'

const WebhookList = named('WebhookList', closed({ results: listOf(WebhookItem) }, {}))

/** `GET /api/v1/webhooks`: all webhooks of the project. */
export const listWebhooks = (parts: WebhookEndpointParts) =>
  endpoint({
    method: 'GET',
    path: '/api/v1/webhooks',
    operationId: 'listWebhooks',
    summary: 'List webhooks',
    description: 'All of them, the last one last, without their secrets.',
    params: {},
    query: {},
    headers: [],
    body: noBody,
    answers: { 200: { description: 'The webhooks.', codec: WebhookList } },
    problems: ['FORBIDDEN'],
    handle: ({ identity }) =>
      pipe(
        asking(parts, identity, ({ tenantId }) => parts.webhooks.list({ tenantId })),
        TE.map((all) => ({ status: 200, body: { results: all.map(webhookItem) } })),
      ),
  })
