import type { ChannelId, Directory, UserId } from '@kalends/core'
import * as TE from 'fp-ts/lib/TaskEither.js'

interface Channel {
  readonly members: readonly UserId[]
  /** Null for everybody. */
  readonly assignableBy: UserId | null
}

/** The board is Ann and Dee; only Ann calls it together. */
const CHANNELS: ReadonlyMap<ChannelId, Channel> = new Map<ChannelId, Channel>([
  ['team', { members: ['ann', 'bob', 'cyd'], assignableBy: null }],
  ['board', { members: ['ann', 'dee'], assignableBy: 'ann' }],
])

/** Knows every user id, in every tenant, and two channels. */
export const demoDirectory: Directory = {
  users: (_tenantId, userIds) =>
    TE.right(new Map(userIds.map((userId) => [userId, userOf(userId)]))),
  assignableChannels: (_tenantId, actor, channelIds) =>
    TE.right(
      new Map(
        channelIds.flatMap((channelId) => {
          const channel = CHANNELS.get(channelId)
          const assignable = channel?.assignableBy === null || channel?.assignableBy === actor
          return channel !== undefined && assignable ? [[channelId, channel.members] as const] : []
        }),
      ),
    ),
}

const userOf = (userId: UserId) => ({
  userId,
  name: `${userId.slice(0, 1).toUpperCase()}${userId.slice(1)}`,
  email: `${userId}@example.com`,
})
