import type { DomainEvent } from './domain-event.js'
import type { State } from './state.js'
import type { Webhook } from './webhook.js'

/**
 * Which webhooks are told of a domain event, `state` being what it led to: ids, in the order in which they were added.
 *
 * One that recovers is told when there were updates that it was not told of.
 */
export const toldOf = (
  happened: DomainEvent,
  { webhooks, announcedTo }: State,
): readonly string[] => {
  const active = [...webhooks.values()].filter(({ status }) => status === 'Active')
  const ids = (told: (webhook: Webhook) => boolean) => active.filter(told).map(({ id }) => id)
  switch (happened.type) {
    case 'UpdatesAnnounced':
      return ids(({ triggers, failing }) => failing === null && triggers.includes('EventsUpdate'))
    case 'ConnectionAnnounced':
      return ids(({ triggers }) => triggers.includes('StateChange'))
    case 'WebhookRecovered':
      return announcedTo > happened.after
        ? ids(({ id, triggers }) => id === happened.id && triggers.includes('EventsUpdate'))
        : []
    case 'WebhookSubscribed':
    case 'WebhookUnsubscribed':
    case 'WebhookDisabled':
    case 'WebhookFailing':
      return []
  }
}
