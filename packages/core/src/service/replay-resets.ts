import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { RsvpResetPolicy } from '../event/index.js'
import type { ReadFailure } from './failure.js'
import type { GetRequest } from './get.js'
import { organizedBy } from './organized-by.js'
import type { Parts } from './parts.js'
import type { AnswerDifference } from './replayed-resets.js'
import { replayedResets } from './replayed-resets.js'
import { snapshot } from './snapshot.js'
import { wholeStream } from './whole-stream.js'

/** Which event, for whom, and which policy to try on what happened to it. */
export interface ReplayRequest extends GetRequest {
  readonly policy: RsvpResetPolicy
}

/**
 * Which answers to an event would stand elsewhere, had another reset policy been in force from its first day. For its
 * organizer; guests learn `NotOrganizer`, others `NotFound`. Changes nothing.
 */
export const replayResets =
  (parts: Parts) =>
  (request: ReplayRequest): TE.TaskEither<ReadFailure, readonly AnswerDifference[]> => {
    const { viewer, uid, policy, asOf } = request
    const { tenantId } = viewer
    return pipe(
      organizedBy(parts, request),
      TE.chain(() => snapshot(parts, tenantId, asOf)),
      TE.chainW((until) => wholeStream(parts.store, { tenantId, uid, until })),
      TE.map((recorded) => replayedResets(policy, recorded)),
    )
  }
