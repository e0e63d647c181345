import type { DocumentNode } from 'graphql'
import type { BadInput } from '../errors/bad-input.js'
import { badInput } from '../errors/bad-input.js'
import type { GraphqlLimits } from '../options.js'
import { tally } from './tally.js'
import { weigh } from './weigh.js'

/** Values by name; null while they are not known. */
type Variables = Readonly<Record<string, unknown>> | null

/** Why a document is refused before it is validated, whatever its variables; null when it is not. Linear in its tokens. */
export const guarded = (document: DocumentNode, limits: GraphqlLimits): BadInput | null => {
  const { aliases, directives } = tally(document, limits)
  if (aliases > limits.aliases) {
    return badInput('TOO_MANY_ALIASES', `At most ${limits.aliases} aliases are allowed`)
  }
  return directives > limits.directives
    ? badInput('TOO_MANY_DIRECTIVES', `At most ${limits.directives} directives are allowed`)
    : tooHeavy(document, null, limits)
}

/** Why a document is refused for what it may cost with its variables; null when it is not. */
export const tooHeavy = (
  document: DocumentNode,
  variables: Variables,
  limits: GraphqlLimits,
): BadInput | null => {
  const { pageSizeDefault, pageSizeMax } = limits
  const weight = weigh(document, { variables, default: pageSizeDefault, greatest: pageSizeMax })
  if (weight === 'Cyclic') return badInput('FRAGMENT_CYCLE', 'A fragment must not spread itself')
  if (weight.depth > limits.depth) {
    return badInput('QUERY_TOO_DEEP', `Fields may be nested ${limits.depth} deep`)
  }
  return weight.cost > limits.cost
    ? badInput('QUERY_TOO_COSTLY', `The cost may be ${limits.cost}, and is ${weight.cost}`)
    : null
}
