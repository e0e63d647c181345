import type { DomainEvent } from './domain-event.js'
import { isTold } from './is-told.js'
import type { State } from './state.js'
import type { Webhook } from './webhook.js'

/** Applies what has already happened. Total: history is never rejected, at most ignored. */
export const evolve = (state: State, happened: DomainEvent): State => {
  switch (happened.type) {
    case 'WebhookSubscribed':
      return subscribed(state, happened)
    case 'WebhookUnsubscribed':
      return {
        ...state,
        webhooks: new Map([...state.webhooks].filter(([id]) => id !== happened.id)),
      }
    case 'WebhookDisabled':
      return changed(state, happened.id, { status: 'Disabled' })
    case 'WebhookFailing': {
      const { id, after, from } = happened
      return changed(state, id, { failing: { after, from } })
    }
    case 'WebhookRecovered':
      return changed(state, happened.id, { failing: null })
    case 'UpdatesAnnounced':
    case 'ConnectionAnnounced':
      return {
        ...state,
        announcedTo: Math.max(state.announcedTo, happened.position),
        announcedAt: happened.at,
        announcedFrom: 'from' in happened ? happened.from : state.announcedFrom,
      }
  }
}

/** The first to be told anything is told what comes after it. */
const subscribed = (
  state: State,
  {
    at: createdAt,
    position,
    ...fields
  }: Extract<DomainEvent, { readonly type: 'WebhookSubscribed' }>,
): State => {
  const { id, url, triggers, createdBy } = fields
  const announcedTo = isTold(state) ? state.announcedTo : Math.max(state.announcedTo, position)
  const webhook: Webhook = { id, url, triggers, createdBy, createdAt, ...ACTIVE }
  return withWebhook({ ...state, announcedTo }, webhook)
}

const ACTIVE = { status: 'Active', failing: null } as const

const changed = (
  state: State,
  id: string,
  changes: Partial<Pick<Webhook, 'status' | 'failing'>>,
): State => {
  const webhook = state.webhooks.get(id)
  return webhook === undefined ? state : withWebhook(state, { ...webhook, ...changes })
}

const withWebhook = (state: State, webhook: Webhook): State => ({
  ...state,
  webhooks: new Map(state.webhooks).set(webhook.id, webhook),
})
