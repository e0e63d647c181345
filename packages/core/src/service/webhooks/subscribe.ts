import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Problem } from '../../event/index.js'
import { textProblems } from '../../event/index.js'
import type { Appended } from '../../ports/index.js'
import type { Webhook, WebhookRejection, WebhookTrigger } from '../../webhook/index.js'
import { urlFlaw, WEBHOOKS_STREAM, webhookSecret } from '../../webhook/index.js'
import type { Envelope } from '../command.js'
import { envelope } from '../envelope.js'
import { appendWebhook } from './append-webhook.js'
import type { WebhookFailure } from './webhook-failure.js'
import type { WebhookParts } from './webhook-parts.js'

/** Where to send what, for a whole tenant; who may ask for that is for the facade to say. */
export interface SubscribeWebhook extends Envelope {
  readonly url: string
  /** At least one; the same twice is once. */
  readonly triggers: readonly WebhookTrigger[]
}

/** A webhook, and what its messages are signed with. */
export interface WebhookSubscribed {
  readonly webhook: Webhook
  /** `whsec_...`: to be shown once. */
  readonly secret: string
}

/** Adds a webhook. It is told what happens from now on. */
export const subscribe =
  (parts: WebhookParts) =>
  (asked: SubscribeWebhook): TE.TaskEither<WebhookFailure, WebhookSubscribed> => {
    const rejection = rejectionOf(parts, asked)
    if (rejection !== null) return TE.left({ type: 'Rejected', rejection })
    const { tenantId, actor, url } = asked
    const about = envelope(
      { ...asked, type: 'SubscribeWebhook' },
      asked.commandId ?? parts.ids.uuid(),
    )
    return pipe(
      parts.store.head(tenantId),
      TE.chainW(({ position }) =>
        appendWebhook(parts, about, {
          type: 'Subscribe',
          at: parts.clock.now(),
          id: parts.ids.uuid(),
          url,
          triggers: [...new Set(asked.triggers)],
          createdBy: actor,
          position,
        }),
      ),
      TE.chainW((appended) => subscribed(parts, asked, appended)),
    )
  }

/** What an append made, now or when it was first asked for. */
const subscribed = (
  { store, secret }: WebhookParts,
  { tenantId }: SubscribeWebhook,
  { events }: Appended,
): TE.TaskEither<WebhookFailure, WebhookSubscribed> => {
  const [made] = events
  const id = made?.happened.type === 'WebhookSubscribed' ? made.happened.id : ''
  return pipe(
    store.load(tenantId, 'webhook', WEBHOOKS_STREAM),
    TE.chainW(({ state }) => {
      const webhook = state.webhooks.get(id)
      return webhook === undefined
        ? TE.left<WebhookFailure>({ type: 'Rejected', rejection: { type: 'NotFound' } })
        : TE.right({ webhook, secret: webhookSecret(secret, { tenantId, webhookId: id }) })
    }),
  )
}

const ID_BOUNDS = { atMost: 200, empty: 'Refused' } as const
const URL_BOUNDS = { atMost: 2000, empty: 'Refused' } as const

const rejectionOf = (
  { targets }: WebhookParts,
  { tenantId, actor, url, triggers }: SubscribeWebhook,
): WebhookRejection | null => {
  const problems: readonly Problem[] = [
    ...textProblems(['tenantId'], tenantId, ID_BOUNDS),
    ...textProblems(['actor'], actor, ID_BOUNDS),
    ...textProblems(['url'], url, URL_BOUNDS),
    ...(triggers.length === 0 ? [{ path: ['triggers'], reason: 'Empty' } as const] : []),
  ]
  if (problems.length > 0) return { type: 'InvalidFields', problems }
  const flaw = urlFlaw(url, targets)
  return flaw === null ? null : { type: 'UnusableUrl', flaw }
}
