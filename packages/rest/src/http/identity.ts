import type { TenantId, UserId } from '@kalends/core'
import * as TE from 'fp-ts/lib/TaskEither.js'

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

/**
 * Authenticates by the `Authorization: Bearer` header: `verify` is given the token.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6750#section-2.1
 */
export const bearer =
  (verify: (token: string) => TE.TaskEither<Unauthenticated, Identity>): Authenticate =>
  (request) => {
    const [, token] = FORM.exec(request.headers.get('Authorization') ?? '') ?? []
    return token === undefined ? TE.left({ type: 'Unauthenticated' }) : verify(token)
  }

/** More than RFC 6750 allows, since hosts name tokens as they like; never a space. */
const FORM = /^Bearer +([\x21-\x7e]+) *$/i
