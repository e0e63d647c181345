import * as E from 'fp-ts/lib/Either.js'
import type { Command, Report, Subscribe } from './command.js'
import { decideAnnounce } from './decide-announce.js'
import type { DomainEvent } from './domain-event.js'
import type { Rejection } from './rejection.js'
import type { State } from './state.js'
import { MOST_WEBHOOKS } from './webhook.js'

type Decision = E.Either<Rejection, readonly DomainEvent[]>

/** Decides what happens when `command` meets `state`. Deterministic. A webhook can always be removed. */
export const decide = (command: Command, state: State): Decision => {
  switch (command.type) {
    case 'Subscribe':
      return decideSubscribe(command, state)
    case 'Unsubscribe': {
      const { at, id } = command
      return state.webhooks.has(id) ? happens({ type: 'WebhookUnsubscribed', at, id }) : happens()
    }
    case 'Disable': {
      const { at, id, reason } = command
      return state.webhooks.get(id)?.status === 'Active'
        ? happens({ type: 'WebhookDisabled', at, id, reason })
        : happens()
    }
    case 'Report':
      return decideReport(command, state)
    case 'Announce':
      return decideAnnounce(command, state)
  }
}

const happens = (...events: readonly DomainEvent[]): Decision => E.right(events)

const decideReport = ({ at, id, deliveries }: Report, state: State): Decision => {
  const webhook = state.webhooks.get(id)
  if (webhook?.status !== 'Active') return happens()
  const { failing } = webhook
  if (deliveries === 'Succeed') {
    return failing === null ? happens() : happens({ type: 'WebhookRecovered', at, id, ...failing })
  }
  // What was recorded before any update was told is bounded by nothing.
  const { announcedTo: after, announcedFrom: from } = state
  return failing === null
    ? happens({ type: 'WebhookFailing', at, id, after, from: from ?? 0 })
    : happens()
}

const decideSubscribe = ({ type: _, ...fields }: Subscribe, { webhooks }: State): Decision => {
  if (webhooks.has(fields.id)) return happens()
  return webhooks.size >= MOST_WEBHOOKS
    ? E.left({ type: 'TooManyWebhooks', limit: MOST_WEBHOOKS })
    : happens({ type: 'WebhookSubscribed', ...fields })
}
