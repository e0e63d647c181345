import { createHmac } from 'node:crypto'

/** What is signed: a message as it is sent. */
export interface SignedMessage {
  readonly id: string
  /** In whole seconds. */
  readonly timestamp: number
  readonly body: string
}

/** What a tenant's webhook is known by. */
export interface WebhookName {
  readonly tenantId: string
  readonly webhookId: string
}

/**
 * The secret of a webhook, `whsec_` and 32 bytes in base64: derived, so that no log or backup of it holds one.
 *
 * With another `secret` of the service all of them are others.
 */
export const webhookSecret = (secret: string, { tenantId, webhookId }: WebhookName): string => {
  const name = JSON.stringify(['kalends-webhook', tenantId, webhookId])
  return `${PREFIX}${createHmac('sha256', secret).update(name).digest('base64')}`
}

/**
 * The signature of a message with a `whsec_` secret, as the header `webhook-signature` has it.
 *
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md#symmetric
 */
export const webhookSignature = (
  secret: string,
  { id, timestamp, body }: SignedMessage,
): string => {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64')
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
}

const PREFIX = 'whsec_'
