import type { DeadMessage } from '@kalends/core'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { endpoint, noBody } from '../../../http/index.js'
import { closed, described, listOf, named, text, whole } from '../../../wire/index.js'
import { namedWebhook } from './webhook-item.js'
import type { WebhookEndpointParts } from './webhook-request.js'
import { asking, webhookPath } from './webhook-request.js'

const TEXT = text({ min: 0 })
const LIMIT = 100

const DeadLetter = named(
  'DeadLetter',
  closed(
    {
      id: described(TEXT, { description: 'The `webhook-id` that it is sent with.' }),
      attempts: whole(0),
      reason: described(TEXT, { description: 'What the last attempt came to.' }),
      created_at: described(TEXT, { format: 'date-time' }),
    },
    {},
  ),
)

const DeadLetterList = named('DeadLetterList', closed({ results: listOf(DeadLetter) }, {}))

/** `GET /api/v1/webhooks/{webhook_id}/dead_letters`: what was given up to send to a webhook. */
export const listDeadLetters = (parts: WebhookEndpointParts) =>
  endpoint({
    method: 'GET',
    path: '/api/v1/webhooks/{webhook_id}/dead_letters',
    operationId: 'listDeadLetters',
    summary: 'List what could not be sent',
    description: `The oldest ${LIMIT} messages that were tried too often. They stay until they are sent again.`,
    params: webhookPath,
    query: {},
    headers: [],
    body: noBody,
    answers: { 200: { description: 'The messages.', codec: DeadLetterList } },
    problems: ['FORBIDDEN'],
    handle: ({ identity, params }) =>
      pipe(
        asking(parts, identity, ({ tenantId }) => {
          const webhookId = namedWebhook(params.webhook_id)
          return parts.webhooks.deadLetters({ tenantId, webhookId, limit: LIMIT })
        }),
        TE.map((dead) => ({ status: 200, body: { results: dead.map(deadLetter) } })),
      ),
  })

const deadLetter = ({ message, reason }: DeadMessage) => ({
  id: message.messageId,
  attempts: message.attempts,
  reason,
  created_at: new Date(message.recordedAt).toISOString(),
})
