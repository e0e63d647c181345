import type { Endpoint } from '../http/index.js'
import { answerInvitation } from './answer-invitation.js'
import { cancelEvent } from './cancel-event.js'
import { cancelOccurrence } from './cancel-occurrence.js'
import { createEvent } from './create-event.js'
import { explainEvent } from './explain-event.js'
import { getChanges } from './get-changes.js'
import { getEvent } from './get-event.js'
import { getFreeBusy } from './get-free-busy.js'
import { getHistory } from './get-history.js'
import { getOverview } from './get-overview.js'
import { ingestFact } from './ingest-fact.js'
import { inviteParticipants } from './invite-participants.js'
import { listEvents } from './list-events.js'
import type { NativeParts } from './options.js'
import { patchEvent } from './patch-event.js'
import { patchOccurrence } from './patch-occurrence.js'
import { streamChanges } from './stream-changes.js'
import { uninviteParticipant } from './uninvite-participant.js'

/** Every endpoint of the native contract; `overview` before the ids it must not be taken for. */
export const nativeEndpoints = (parts: NativeParts): readonly Endpoint[] => [
  listEvents(parts),
  createEvent(parts),
  getOverview(parts),
  getEvent(parts),
  patchEvent(parts),
  cancelEvent(parts),
  patchOccurrence(parts),
  cancelOccurrence(parts),
  answerInvitation(parts),
  inviteParticipants(parts),
  uninviteParticipant(parts),
  getHistory(parts),
  explainEvent(parts),
  getFreeBusy(parts),
  getChanges(parts),
  streamChanges(parts),
  ingestFact(parts),
]
