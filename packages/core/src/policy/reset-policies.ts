import type { RsvpResetPolicy } from '../event/index.js'
import { apple } from './apple.js'
import { exchange } from './exchange.js'
import { explicit } from './explicit.js'
import { never } from './never.js'
import { rfc6638 } from './rfc6638.js'

/** The name of a preset. */
export type ResetPolicyName = 'explicit' | 'rfc6638' | 'apple' | 'exchange' | 'never'

/** The presets by their names, which the log and calendars use. */
export const resetPolicies: Readonly<Record<ResetPolicyName, RsvpResetPolicy>> = {
  explicit,
  rfc6638,
  apple,
  exchange,
  never,
}

/** Whether a preset has that name. */
export const isResetPolicyName = (name: string): name is ResetPolicyName =>
  Object.hasOwn(resetPolicies, name)
