import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { ChannelId, TenantId, UserId } from '../event/index.js'

/** What the host knows of a user. The log never holds it. */
export interface DirectoryUser {
  readonly userId: UserId
  readonly name: string | null
  readonly email: string | null
}

/** The directory could not answer: `reason` is for logs, never for a wire. */
export interface DirectoryFailure {
  readonly type: 'DirectoryFailure'
  readonly reason: string
}

/** The host's users and channels. */
export interface Directory {
  /** Those of `userIds` that exist, by id. */
  readonly users: (
    tenantId: TenantId,
    userIds: readonly UserId[],
  ) => TE.TaskEither<DirectoryFailure, ReadonlyMap<UserId, DirectoryUser>>
  /** The members of those of `channelIds` that exist and that `actor` may assign to a calendar. */
  readonly assignableChannels: (
    tenantId: TenantId,
    actor: UserId,
    channelIds: readonly ChannelId[],
  ) => TE.TaskEither<DirectoryFailure, ReadonlyMap<ChannelId, readonly UserId[]>>
}
