import type { Webhook, WebhookTrigger } from '@kalends/core'
import { closed, described, flag, listOf, named, oneOf, text } from '../../../wire/index.js'

const TEXT = text({ min: 0 })

/** What a webhook can be told of, as the wire calls it. */
export const Trigger = oneOf<string, WebhookTrigger>(
  ['calendar.events_update', 'EventsUpdate'],
  ['calendar.state_change', 'StateChange'],
)

const members = {
  id: described(TEXT, { examples: ['webhook_01980a3c-7c1e-7a52-b6d1-2f4f7e1c9d10'] }),
  url: TEXT,
  triggers: listOf(Trigger),
  is_active: described(flag, { description: 'False when its receiver said that it is gone.' }),
  is_failing: described(flag, {
    description: 'While it is true, changes are told together once a message arrives.',
  }),
  created_at: described(TEXT, { format: 'date-time' }),
}

/** A webhook. */
export const WebhookItem = named('Webhook', closed(members, {}))

/** A webhook that was just made: the only answer that has the secret. */
export const CreatedWebhook = named(
  'CreatedWebhook',
  closed(
    {
      ...members,
      secret: described(TEXT, {
        description: 'What messages are signed with, as Standard Webhooks write it.',
        examples: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
      }),
    },
    {},
  ),
)

/** A webhook as answers write it. */
export const webhookItem = ({ id, url, triggers, status, failing, createdAt }: Webhook) => ({
  id: webhookIdText(id),
  url,
  triggers: triggers.map(Trigger.encode),
  is_active: status === 'Active',
  is_failing: failing !== null,
  created_at: new Date(createdAt).toISOString(),
})

const PREFIX = 'webhook_'

/** How a webhook is called: `webhook_...`. */
const webhookIdText = (id: string): string => `${PREFIX}${id}`

/** What such an id names; the empty id, which no webhook has, for any other text. */
export const namedWebhook = (text: string): string =>
  text.startsWith(PREFIX) ? text.slice(PREFIX.length) : ''
