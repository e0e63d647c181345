import type { Endpoint } from '../../../http/index.js'
import type { AttendeeParts } from '../options.js'
import { createWebhook } from './create-webhook.js'
import { deleteWebhook } from './delete-webhook.js'
import { listDeadLetters } from './list-dead-letters.js'
import { listWebhooks } from './list-webhooks.js'
import { replayDeadLetter } from './replay-dead-letter.js'

/** What there is to ask about webhooks; nothing where there are none. */
export const webhookEndpoints = ({
  webhooks,
  maySeeTenant,
}: AttendeeParts): readonly Endpoint[] => {
  if (webhooks === null) return []
  const parts = { webhooks, maySeeTenant }
  return [
    createWebhook(parts),
    listWebhooks(parts),
    deleteWebhook(parts),
    listDeadLetters(parts),
    replayDeadLetter(parts),
  ]
}
