import type { BotRejection } from '../../bot/index.js'
import type { Rejection } from '../../event/index.js'
import type { AppendFailure } from '../../ports/index.js'

/**
 * Why something was refused about a bot. `UnknownEvent`: the tenant has no such event, or the series no such occurrence.
 * `NeedsOccurrence`: a bot joins one occurrence, not a series.
 */
export type BotRefusal =
  | BotRejection
  | Extract<Rejection, { type: 'InvalidFields' | 'EventCancelled' }>
  | { readonly type: 'UnknownEvent' }
  | { readonly type: 'NeedsOccurrence' }
  | { readonly type: 'TooManyBots'; readonly limit: number }

/** Why nothing came of a command about a bot. */
export type BotFailure = AppendFailure<BotRefusal>
