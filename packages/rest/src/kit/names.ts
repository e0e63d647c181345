import type { Directory, TenantId, UserId } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import type * as T from 'fp-ts/lib/Task.js'
import type { Fault } from '../http/index.js'

/** What the directory says of a user, as answers say it: what it does not know is left out. */
export type Names = (userId: UserId) => { readonly name?: string; readonly email?: string }

/** Where names come from, and who is told when none do. */
export interface NamesParts {
  readonly directory: Directory
  readonly onFault: (fault: Fault) => void
}

/** Looks users up. Never fails: an answer that is right but for a name is better than none. */
export const namesOf =
  (
    { directory, onFault }: NamesParts,
    tenantId: TenantId,
    users: readonly UserId[],
  ): T.Task<Names> =>
  async () => {
    const distinct = [...new Set(users)]
    if (distinct.length === 0) return nameless
    const found = await directory.users(tenantId, distinct)()
    if (E.isLeft(found)) {
      onFault({ cause: found.left, method: '', path: 'directory' })
      return nameless
    }
    return (userId) => {
      const user = found.right.get(userId)
      return {
        ...(typeof user?.name === 'string' ? { name: user.name } : {}),
        ...(typeof user?.email === 'string' ? { email: user.email } : {}),
      }
    }
  }

const nameless: Names = () => ({})
