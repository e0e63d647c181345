import type { Endpoint } from '../http/index.js'
import { answerInvitation } from './answer-invitation.js'
import { cancelEvent } from './cancel-event.js'
import { createEvent } from './create-event.js'
import { getEvent } from './get-event.js'
import { getHistory } from './get-history.js'
import { getOverview } from './get-overview.js'
import { inviteParticipants } from './invite-participants.js'
import { listEvents } from './list-events.js'
import type { NativeParts } from './options.js'
import { patchEvent } from './patch-event.js'
import { uninviteParticipant } from './uninvite-participant.js'

/** Every endpoint of the native contract; `overview` before the ids it must not be taken for. */
export const nativeEndpoints = (parts: NativeParts): readonly Endpoint[] => [
  listEvents(parts),
  createEvent(parts),
  getOverview(parts),
  getEvent(parts),
  patchEvent(parts),
  cancelEvent(parts),
  answerInvitation(parts),
  inviteParticipants(parts),
  uninviteParticipant(parts),
  getHistory(parts),
]
