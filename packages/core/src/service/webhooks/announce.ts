import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { TenantId } from '../../event/index.js'
import type { Announce } from '../../webhook/index.js'
import { systemEnvelope } from '../system-envelope.js'
import { appendWebhook } from './append-webhook.js'
import type { WebhookFailure } from './webhook-failure.js'
import type { WebhookParts } from './webhook-parts.js'

/** What a tenant's webhooks are to be told of. */
export interface AnnounceRequest extends Omit<Announce, 'type' | 'at'> {
  readonly tenantId: TenantId
}

/** Tells a tenant's webhooks of a stretch of its log; messages are written in the same commit. */
export const announce =
  (parts: WebhookParts) =>
  ({ tenantId, ...stretch }: AnnounceRequest): TE.TaskEither<WebhookFailure, void> =>
    pipe(
      appendWebhook(parts, systemEnvelope(parts.ids, tenantId, 'webhooks'), {
        type: 'Announce',
        at: parts.clock.now(),
        ...stretch,
      }),
      TE.map(() => undefined),
    )
