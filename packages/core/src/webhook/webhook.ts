import type { UserId } from '../event/index.js'
import type { Instant } from '../time/index.js'

/** What a webhook is told of: changed events, and calendars that lose or find the connection to their provider. */
export type WebhookTrigger = 'EventsUpdate' | 'StateChange'

/** Someone's address that is told when something happens in a tenant. `triggers` has at least one. */
export interface Webhook {
  readonly id: string
  readonly url: string
  readonly triggers: readonly WebhookTrigger[]
  readonly createdBy: UserId
  readonly createdAt: Instant
  /** A disabled one is told nothing more: its receiver said that it is gone. */
  readonly status: 'Active' | 'Disabled'
  /** Since when updates are not told, because deliveries fail: a place in the log, and when what follows it was recorded at the earliest. Null while they do not. */
  readonly failing: { readonly after: number; readonly from: Instant } | null
}

/** The one stream of a tenant's webhooks. */
export const WEBHOOKS_STREAM = 'webhooks'

/** So many webhooks a tenant may have, disabled ones too. */
export const MOST_WEBHOOKS = 20
