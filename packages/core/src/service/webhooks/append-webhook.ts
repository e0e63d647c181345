import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { Append, Appended } from '../../ports/index.js'
import type { WebhookCommand } from '../../webhook/index.js'
import { decideWebhook, WEBHOOKS_STREAM } from '../../webhook/index.js'
import type { WebhookFailure } from './webhook-failure.js'
import type { WebhookParts } from './webhook-parts.js'

/** Decides and appends a command on a tenant's webhooks, under their lock. */
export const appendWebhook = (
  { store, ids }: WebhookParts,
  about: Omit<Append<unknown>, 'streams'>,
  command: WebhookCommand,
): TE.TaskEither<WebhookFailure, Appended> =>
  store.append({
    ...about,
    streams: [
      {
        aggregate: 'webhook',
        streamId: WEBHOOKS_STREAM,
        expected: { type: 'Any' },
        decide: (state) =>
          pipe(
            decideWebhook(command, state),
            E.map((happened) => happened.map((each) => ({ eventId: ids.uuid(), happened: each }))),
          ),
      },
    ],
  })
