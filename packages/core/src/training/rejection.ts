import type { Problem } from '../event/index.js'

/**
 * Why a fact or a registration was refused. `NotEligible`: the learner has not started the training; `SpotClosed`: the
 * spot was withdrawn.
 */
export type Rejection =
  | { readonly type: 'InvalidFields'; readonly problems: readonly Problem[] }
  | { readonly type: 'NotFound' }
  | { readonly type: 'NotEligible' }
  | { readonly type: 'SpotFull' }
  | { readonly type: 'SpotClosed' }
