import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Directory } from '../ports/index.js'

/** A directory for hosts without one: every user id exists, without a name; there are no channels. */
export const openDirectory: Directory = {
  users: (_tenantId, userIds) =>
    TE.right(new Map(userIds.map((userId) => [userId, { userId, name: null, email: null }]))),
  assignableChannels: () => TE.right(new Map()),
}

/** How long cursors live and reads may be pinned, unless said otherwise: 24 hours. */
export const DEFAULT_RETENTION_MS = 86_400_000
