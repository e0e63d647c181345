import type { RsvpResetPolicy } from '../event/index.js'
import { isResetPolicyName, resetPolicies } from '../policy/index.js'
import type { Parts } from './parts.js'

/** The service's own reset policy or a preset, by its name; null when there is none. */
export const policyNamed = (
  { resetPolicy }: Pick<Parts, 'resetPolicy'>,
  name: string,
): RsvpResetPolicy | null => {
  if (name === resetPolicy.name) return resetPolicy
  return isResetPolicyName(name) ? resetPolicies[name] : null
}
