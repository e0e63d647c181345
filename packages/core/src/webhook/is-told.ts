import type { State } from './state.js'
import type { WebhookTrigger } from './webhook.js'

/** Whether any webhook is told of a trigger; without one, whether any is told anything. */
export const isTold = ({ webhooks }: State, trigger?: WebhookTrigger): boolean =>
  [...webhooks.values()].some(
    ({ status, triggers }) =>
      status === 'Active' && (trigger === undefined || triggers.includes(trigger)),
  )
