import type { Clock, EventQueries, EventStore, Ids, Outbox } from '../../ports/index.js'
import type { WebhookTargets } from '../../webhook/index.js'

/** What the webhooks service is made of, with every default filled in. */
export interface WebhookParts {
  readonly store: EventStore & Pick<EventQueries, 'head'> & Pick<Outbox, 'dead' | 'revive'>
  readonly clock: Clock
  readonly ids: Ids
  /** Signs change tokens; secrets of webhooks are derived from it. */
  readonly secret: string
  readonly targets: WebhookTargets
}
