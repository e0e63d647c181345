import type { TenantId, UserId } from '@kalends/core'
import type * as TE from 'fp-ts/lib/TaskEither.js'

/** Who calls, in which tenant, and what they were allowed to. */
export interface Identity {
  readonly tenantId: TenantId
  readonly userId: UserId
  readonly scopes: readonly string[]
}

/** The request names nobody, or nobody that can be believed. */
export interface Unauthenticated {
  readonly type: 'Unauthenticated'
}

/** Finds out who sends a request. */
export type Authenticate = (request: Request) => TE.TaskEither<Unauthenticated, Identity>

/** Whether the caller was let in at all: by the scope `AUTHENTICATED`, or by `*`, which stands for every scope. */
export const isLetIn = ({ scopes }: Identity): boolean =>
  scopes.includes('AUTHENTICATED') || scopes.includes('*')
