import type {
  Clock,
  Notifier,
  NotifierFailure,
  OutboxMessage,
  TenantId,
  WebhookDelivery,
  Webhooks,
} from '@kalends/core'
import { MOST_WEBHOOKS, systemClock, webhookSignature } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import { payloadOf } from './payload.js'
import type { PostOutcome } from './post.js'
import { post } from './post.js'
import type { Resolve } from './public-lookup.js'

/** What `webhookSink` is given. */
export interface WebhookSinkOptions {
  readonly webhooks: Pick<Webhooks, 'delivery' | 'disable' | 'report' | 'targets'>
  /** Stamps what is sent: receivers compare it with theirs. Default: the machine's. */
  readonly clock?: Clock
  /** How long one delivery may take; less than half the lease of the runner. Default 10,000. */
  readonly timeoutMs?: number
  /**
   * How many deliveries of one tenant may be in flight, so that its slow receivers hold up no other; less than the runner's
   * `batch`. What comes above it is tried again later. Default: one for each webhook that a tenant may have.
   */
  readonly perTenant?: number
  /** Finds the addresses of names. Default: the system's. */
  readonly resolve?: Resolve
}

type Result = E.Either<NotifierFailure, void>

/**
 * Sends the messages of webhooks, signed as Standard Webhooks are.
 *
 * Any 2xx is a delivery. 410 disables the webhook; every other answer, redirects among them, and none, is tried again. From
 * the third failure of a message on, or one for good, its webhook counts as failing, so that no more messages pile up, until one is delivered.
 *
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export const webhookSink = (options: WebhookSinkOptions): Notifier => {
  const { webhooks, perTenant = MOST_WEBHOOKS } = options
  const inFlight = new Map<TenantId, number>()
  const count = ({ tenantId }: OutboxMessage, by: 1 | -1) => {
    const now = (inFlight.get(tenantId) ?? 0) + by
    if (now === 0) inFlight.delete(tenantId)
    else inFlight.set(tenantId, now)
  }
  return {
    notify: (message) => async () => {
      if ((inFlight.get(message.tenantId) ?? 0) >= perTenant) return failed(TOO_MANY)
      count(message, 1)
      try {
        const delivery = await webhooks.delivery(message)()
        return E.isLeft(delivery)
          ? failed({ type: 'Transient', reason: 'the store does not answer' })
          : await delivered(options, message, delivery.right)
      } finally {
        count(message, -1)
      }
    },
  }
}

const TOO_MANY: NotifierFailure = {
  type: 'Transient',
  reason: 'too many deliveries of this tenant at once',
}

const failed = (failure: NotifierFailure): Result => E.left(failure)

const delivered = async (
  options: WebhookSinkOptions,
  message: OutboxMessage,
  delivery: WebhookDelivery,
): Promise<Result> => {
  switch (delivery.type) {
    case 'Removed':
      return E.right(undefined)
    case 'Disabled':
      return failed({ type: 'Permanent', reason: 'the webhook is disabled' })
    case 'Send': {
      const { webhooks, timeoutMs = 10_000, resolve } = options
      const posting = { targets: webhooks.targets, timeoutMs, ...(resolve && { resolve }) }
      const outcome = await post(posting, signed(options, message, delivery))
      const result = await resultOf(options, message, outcome)
      return reported(options, message, { result, before: delivery.deliveries })
    }
  }
}

interface Tried {
  readonly result: Result
  /** How deliveries went until now. */
  readonly before: 'Fail' | 'Succeed'
}

const FAILING_FROM = 3

const isHopeless = ({ type }: NotifierFailure, attempts: number): boolean =>
  type === 'Permanent' || attempts >= FAILING_FROM

/** Says how deliveries go, where that is news. */
const reported = async (
  { webhooks }: WebhookSinkOptions,
  { tenantId, recipient: webhookId, attempts }: OutboxMessage,
  { result, before }: Tried,
): Promise<Result> => {
  const deliveries = E.isRight(result) ? 'Succeed' : 'Fail'
  const isNews = E.isRight(result) || isHopeless(result.left, attempts + 1)
  if (deliveries === before || !isNews) return result
  const told = await webhooks.report({ tenantId, webhookId, deliveries })()
  // Sent again rather than that nothing is ever told again.
  return E.isLeft(told) && E.isRight(result) ? failed(NOT_NOTED) : result
}

const NOT_NOTED: NotifierFailure = { type: 'Transient', reason: 'the store does not answer' }

const signed = (
  { clock = systemClock }: WebhookSinkOptions,
  { messageId: id }: OutboxMessage,
  { url, secret, content }: Extract<WebhookDelivery, { type: 'Send' }>,
) => {
  const timestamp = Math.floor(clock.now() / 1000)
  const body = JSON.stringify(payloadOf(id, content))
  const headers = {
    'Content-Type': 'application/json',
    'User-Agent': 'Kalends',
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': webhookSignature(secret, { id, timestamp, body }),
  }
  return { url, headers, body }
}

const resultOf = async (
  { webhooks }: WebhookSinkOptions,
  { tenantId, recipient: webhookId }: OutboxMessage,
  outcome: PostOutcome,
): Promise<Result> => {
  switch (outcome.type) {
    case 'Refused':
      return failed({ type: 'Permanent', reason: 'its address is not public' })
    case 'Failed':
      return failed({ type: 'Transient', reason: outcome.reason })
    case 'Answered': {
      const { status } = outcome
      if (status >= 200 && status < 300) return E.right(undefined)
      const reason = `answered ${status}`
      if (status !== GONE) return failed({ type: 'Transient', reason })
      const disabled = await webhooks.disable({ tenantId, webhookId, reason })()
      return failed({ type: E.isRight(disabled) ? 'Permanent' : 'Transient', reason })
    }
  }
}

const GONE = 410
