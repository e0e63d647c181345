import type { Problem } from '../event/index.js'
import type { Instant } from '../time/index.js'
import type { UrlFlaw } from './public-url.js'

/** Why a tenant's webhooks refused a command. `TooSoon`: to be asked again at `dueAt`. */
export type Rejection =
  | { readonly type: 'InvalidFields'; readonly problems: readonly Problem[] }
  | { readonly type: 'UnusableUrl'; readonly flaw: UrlFlaw }
  | { readonly type: 'TooManyWebhooks'; readonly limit: number }
  | { readonly type: 'NotFound' }
  | { readonly type: 'TooSoon'; readonly dueAt: Instant }
