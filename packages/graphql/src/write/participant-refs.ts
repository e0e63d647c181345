import type { ParticipantRef } from '@kalends/core'

/** Whom to invite, as inputs say it. */
export interface ParticipantsInput {
  readonly userIds?: readonly string[] | null | undefined
  readonly channelIds?: readonly string[] | null | undefined
}

/** Whom to invite, as core's commands have it. */
export const participantRefs = ({
  userIds,
  channelIds,
}: ParticipantsInput): readonly ParticipantRef[] => [
  ...(userIds ?? []).map((userId) => ({ userId })),
  ...(channelIds ?? []).map((channelId) => ({ channelId })),
]
