import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { TenantId } from '../../event/index.js'
import type { StoreFailure } from '../../ports/index.js'
import type { Webhook } from '../../webhook/index.js'
import { WEBHOOKS_STREAM } from '../../webhook/index.js'
import type { WebhookFailure } from './webhook-failure.js'
import type { WebhookParts } from './webhook-parts.js'

/** A webhook by its name. */
export interface WebhookRequest {
  readonly tenantId: TenantId
  readonly webhookId: string
}

/** All webhooks of a tenant, the last one last. */
export const webhooksOf =
  ({ store }: WebhookParts) =>
  ({
    tenantId,
  }: Pick<WebhookRequest, 'tenantId'>): TE.TaskEither<StoreFailure, readonly Webhook[]> =>
    pipe(
      store.load(tenantId, 'webhook', WEBHOOKS_STREAM),
      TE.map(({ state }) => [...state.webhooks.values()]),
    )

/** One webhook; `NotFound` where the tenant has none such. */
export const findWebhook =
  (parts: WebhookParts) =>
  ({ tenantId, webhookId }: WebhookRequest): TE.TaskEither<WebhookFailure, Webhook> =>
    pipe(
      webhooksOf(parts)({ tenantId }),
      TE.mapLeft((failure): WebhookFailure => failure),
      TE.chain((all) => {
        const found = all.find(({ id }) => id === webhookId)
        return found === undefined
          ? TE.left<WebhookFailure>({ type: 'Rejected', rejection: { type: 'NotFound' } })
          : TE.right(found)
      }),
    )
