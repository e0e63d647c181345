import type { Problem } from '../event/index.js'

/** Why a calendar refused a command. `NotFound` also stands for another's calendar. */
export type Rejection =
  | { readonly type: 'InvalidFields'; readonly problems: readonly Problem[] }
  | { readonly type: 'NotFound' }
  | { readonly type: 'NotOwner' }
