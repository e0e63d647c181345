import type { WebhookState } from '../webhook/index.js'
import { toldOf, WEBHOOKS_STREAM } from '../webhook/index.js'
import type { OutboxMessage } from './outbox.js'
import type { RecordedOf } from './recorded.js'

/** A message to each webhook that is told of what happened; what it says is in the log, at its position. */
export const webhookMessages = (
  state: WebhookState,
  recorded: readonly RecordedOf<'webhook'>[],
): readonly OutboxMessage[] =>
  recorded.flatMap(({ tenantId, eventId, position, recordedAt, happened }) =>
    toldOf(happened, state).map((recipient) => ({
      kind: 'Webhook' as const,
      recipient,
      uid: WEBHOOKS_STREAM,
      recurrenceId: null,
      revision: 0,
      sequence: 0,
      tenantId,
      messageId: `${eventId}:${recipient}`,
      position,
      recordedAt,
      attempts: 0,
    })),
  )
