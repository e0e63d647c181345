import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { Clock, DeadMessage, Ids, OutboxMessage, StoreFailure } from '../../ports/index.js'
import { randomIds, systemClock } from '../../ports/index.js'
import type { InvalidToken } from '../../query/index.js'
import type { Webhook, WebhookTargets } from '../../webhook/index.js'
import { promised } from '../promise.js'
import type { ChangedSince } from '../tenant-filter.js'
import type { AnnounceRequest } from './announce.js'
import { announce } from './announce.js'
import type { ChangedSinceRequest } from './change-token.js'
import { changedSince } from './change-token.js'
import type { DeadLettersRequest, ReplayWebhook } from './dead-letters.js'
import { deadLetters, replay } from './dead-letters.js'
import type { WebhookDelivery } from './delivery.js'
import { delivery } from './delivery.js'
import type { DisableWebhook } from './disable.js'
import { disable } from './disable.js'
import type { WebhookRequest } from './find-webhook.js'
import { webhooksOf } from './find-webhook.js'
import type { ReportDeliveries } from './report.js'
import { report } from './report.js'
import type { SubscribeWebhook, WebhookSubscribed } from './subscribe.js'
import { subscribe } from './subscribe.js'
import type { UnsubscribeWebhook } from './unsubscribe.js'
import { unsubscribe } from './unsubscribe.js'
import type { WebhookFailure } from './webhook-failure.js'
import type { WebhookParts } from './webhook-parts.js'

/** What `createWebhooks` is given. */
export interface WebhooksOptions {
  readonly store: WebhookParts['store']
  /** That of the calendar. Change tokens are signed with it, and secrets derived from it: with another one all are others. */
  readonly secret: string
  readonly clock?: Clock
  readonly ids?: Ids
  /** Where messages may be sent. Default: to public addresses over https. */
  readonly targets?: WebhookTargets
}

/** Every function answers with a `TaskEither`; `promises` has the same ones, which throw a `KalendsError`. */
export interface Webhooks extends Functions {
  readonly promises: Promised<Functions>
  /** Where messages may be sent. */
  readonly targets: WebhookTargets
}

interface Functions {
  readonly subscribe: (
    request: SubscribeWebhook,
  ) => TE.TaskEither<WebhookFailure, WebhookSubscribed>
  readonly unsubscribe: (request: UnsubscribeWebhook) => TE.TaskEither<WebhookFailure, void>
  /** All of a tenant, the last one last. */
  readonly list: (
    request: Pick<WebhookRequest, 'tenantId'>,
  ) => TE.TaskEither<StoreFailure, readonly Webhook[]>
  /** What was given up to send. */
  readonly deadLetters: (
    request: DeadLettersRequest,
  ) => TE.TaskEither<WebhookFailure, readonly DeadMessage[]>
  readonly replay: (request: ReplayWebhook) => TE.TaskEither<WebhookFailure, void>
  /** Opens a change token, for `tenantEvents`. */
  readonly changedSince: (
    request: ChangedSinceRequest,
  ) => TE.TaskEither<StoreFailure | InvalidToken, ChangedSince>
  /** For runners: tells webhooks of a stretch of the log. */
  readonly announce: (request: AnnounceRequest) => TE.TaskEither<WebhookFailure, void>
  /** For runners: what a message comes to. */
  readonly delivery: (message: OutboxMessage) => TE.TaskEither<StoreFailure, WebhookDelivery>
  /** For runners: how deliveries go. */
  readonly report: (request: ReportDeliveries) => TE.TaskEither<WebhookFailure, void>
  /** For runners: tells a webhook nothing more. */
  readonly disable: (request: DisableWebhook) => TE.TaskEither<WebhookFailure, void>
}

type Promised<T> = {
  readonly [K in keyof T]: T[K] extends (request: infer Q) => TE.TaskEither<infer _F, infer A>
    ? (request: Q) => Promise<A>
    : never
}

/** The webhooks of all tenants over one store. What sends is a runner's. Holds no connection and no timer. */
export const createWebhooks = (options: WebhooksOptions): Webhooks => {
  const parts = partsOf(options)
  const functions: Functions = {
    subscribe: subscribe(parts),
    unsubscribe: unsubscribe(parts),
    list: webhooksOf(parts),
    deadLetters: deadLetters(parts),
    replay: replay(parts),
    changedSince: changedSince(parts),
    announce: announce(parts),
    delivery: delivery(parts),
    report: report(parts),
    disable: disable(parts),
  }
  return { ...functions, targets: parts.targets, promises: promisesOf(functions) }
}

const partsOf = (options: WebhooksOptions): WebhookParts => ({
  store: options.store,
  secret: options.secret,
  clock: options.clock ?? systemClock,
  ids: options.ids ?? randomIds,
  targets: options.targets ?? 'Public',
})

const promisesOf = (functions: Functions): Promised<Functions> => ({
  subscribe: promised(functions.subscribe),
  unsubscribe: promised(functions.unsubscribe),
  list: promised(functions.list),
  deadLetters: promised(functions.deadLetters),
  replay: promised(functions.replay),
  changedSince: promised(functions.changedSince),
  announce: promised(functions.announce),
  delivery: promised(functions.delivery),
  report: promised(functions.report),
  disable: promised(functions.disable),
})
