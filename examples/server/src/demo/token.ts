import type { Verify } from '../auth/jwt.js'
import * as TE from 'fp-ts/lib/TaskEither.js'

/** The tenant of a token that names none, which has the sample calendar. */
export const DEMO_TENANT = 'demo'

const FORM = /^demo-([A-Za-z0-9._~-]{1,64})(?:@([A-Za-z0-9._~-]{1,64}))?$/

/** `demo-ann` is Ann of tenant `demo`, `demo-ann@acme` Ann of `acme`. There is nothing to believe. */
export const demoIdentity: Verify = (token) => {
  const [, userId, tenantId = DEMO_TENANT] = FORM.exec(token) ?? []
  return userId === undefined
    ? TE.left({ type: 'Unauthenticated' })
    : TE.right({ tenantId, userId, scopes: ['*'] })
}
