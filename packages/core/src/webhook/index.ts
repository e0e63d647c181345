export type {
  Announce,
  Command as WebhookCommand,
  ConnectionChange,
  Report,
  Subscribe,
  Updates,
} from './command.js'
export { announcementDueAt } from './decide-announce.js'
export { decide as decideWebhook } from './decide.js'
export type { DomainEvent as WebhookDomainEvent } from './domain-event.js'
export { DomainEventCodec as WebhookDomainEventCodec } from './domain-event.js'
export { evolve as evolveWebhooks } from './evolve.js'
export { isTold } from './is-told.js'
export { isPublicAddress, type UrlFlaw, urlFlaw, type WebhookTargets } from './public-url.js'
export type { Rejection as WebhookRejection } from './rejection.js'
export {
  type SignedMessage,
  type WebhookName,
  webhookSecret,
  webhookSignature,
} from './signature.js'
export type { State as WebhookState } from './state.js'
export { initialState as initialWebhookState } from './state.js'
export { StateCodec as WebhookStateCodec } from './state-codec.js'
export { toldOf } from './told-of.js'
export { MOST_WEBHOOKS, type Webhook, type WebhookTrigger, WEBHOOKS_STREAM } from './webhook.js'
