import type { AppendFailure } from '../../ports/index.js'
import type { WebhookRejection } from '../../webhook/index.js'

/** Why something asked of webhooks did not happen. `StoreFailure` may pass: asking again is safe. */
export type WebhookFailure = AppendFailure<WebhookRejection>
