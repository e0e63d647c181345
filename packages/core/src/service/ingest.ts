import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { TenantId } from '../event/index.js'
import { textProblems } from '../event/index.js'
import { LIVE_SESSIONS } from '../policy/index.js'
import type { Fact } from '../training/index.js'
import type { TrainingFailure } from './again-if-stale.js'
import { againIfStale } from './again-if-stale.js'
import { factDecisions } from './fact-decisions.js'
import { factProblems } from './fact-problems.js'
import type { Parts } from './parts.js'

/** A fact from upstream, for the calendars of a tenant. */
export interface IngestRequest {
  readonly tenantId: TenantId
  readonly fact: Fact
}

/** What a fact came to. */
export interface Ingested {
  /** Whether anything happened now; false for a fact that was known. */
  readonly changed: boolean
  /** The log's position that includes the fact. */
  readonly position: number
}

/**
 * Takes in what a learning platform says has happened, and makes, changes and cancels the calendar events that follow from it,
 * in one append.
 *
 * The same fact again, by its `id`, changes nothing. Facts about different things may come in any order; of two that
 * schedule the same session, or publish the same spot, the later one holds.
 */
export const ingest =
  (parts: Parts) =>
  ({ tenantId, fact }: IngestRequest): TE.TaskEither<TrainingFailure, Ingested> => {
    const problems = [
      ...textProblems(['tenantId'], tenantId, { atMost: 200, empty: 'Refused' }),
      ...factProblems(fact, parts.limits),
    ]
    if (problems.length > 0) {
      return TE.left({ type: 'Rejected', rejection: { type: 'InvalidFields', problems } })
    }
    const commandId = `fact/${fact.id}`
    const asking = { at: parts.clock.now(), commandId }
    const once = pipe(
      factDecisions(parts, { tenantId, fact, asking }),
      TE.chainW((streams) => parts.store.append({ ...envelopeOf(tenantId, commandId), streams })),
    )
    return pipe(
      againIfStale(once),
      TE.map(({ events, position, replayed }) => ({
        changed: !replayed && events.length > 0,
        position,
      })),
    )
  }

/** The id alone says which fact it is: whatever else it says when it comes again is not heard. */
const envelopeOf = (tenantId: TenantId, commandId: string) => ({
  tenantId,
  commandId,
  fingerprint: 'fact',
  actor: { type: 'User', userId: LIVE_SESSIONS } as const,
  causationId: null,
  correlationId: null,
})
