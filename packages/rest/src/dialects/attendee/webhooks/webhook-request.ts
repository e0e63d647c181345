import type { WebhookFailure, Webhooks } from '@kalends/core'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Identity } from '../../../http/index.js'
import { required } from '../../../http/index.js'
import type { Failure } from '../../../problem/index.js'
import { refused } from '../../../problem/index.js'
import { described, text } from '../../../wire/index.js'
import type { AttendeeParts } from '../options.js'
import { failureOf } from './webhook-problem.js'

/** What the endpoints of webhooks are made of. */
export interface WebhookEndpointParts extends Pick<AttendeeParts, 'maySeeTenant'> {
  readonly webhooks: Webhooks
}

/** The path parameter that names a webhook. */
export const webhookPath = {
  webhook_id: required(
    described(text({ min: 1, max: 200 }), { examples: ['webhook_abcdef1234567890'] }),
    'The id of the webhook.',
  ),
}

/** Asks something about the webhooks of the caller's tenant, for who may see all of it. */
export const asking = <A>(
  { maySeeTenant }: WebhookEndpointParts,
  identity: Identity,
  ask: (caller: Identity) => TE.TaskEither<WebhookFailure, A>,
): TE.TaskEither<Failure, A> =>
  maySeeTenant(identity)
    ? TE.mapLeft(failureOf)(ask(identity))
    : TE.left(refused({ code: 'FORBIDDEN' }))
