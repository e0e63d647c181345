import type { Append, AppendFailure, Appended, Recorded, Staged } from '@kalends/core'
import { eventIdBytes } from '../rows/event-id.js'
import type { Steps } from '../sql/steps.js'
import { askOne, fail } from '../sql/steps.js'
import { template } from '../sql/template.js'
import { decoded } from './fold-stream.js'

/**
 * What these domain events came to when they were first appended; null when all of them are new.
 *
 * Refuses when only some are there, when they stand in other streams or in another order, and when the
 * append itself names one twice.
 */
export function* alreadyAppended<R>(
  { tenantId }: Append<R>,
  stagedAll: readonly Staged[],
): Steps<AppendFailure<R>, Appended | null> {
  const ids = new Set<string>()
  const found: Recorded[] = []
  let repeated: string | null = null
  for (const staged of stagedAll) {
    for (const { eventId } of staged.events) {
      const row = yield* askOne(eventById, { tenantId, eventId: eventIdBytes(eventId) })
      if (row !== null || ids.has(eventId)) repeated ??= eventId
      ids.add(eventId)
      const follows = row !== null && row.position > (found.at(-1)?.position ?? 0)
      const sameStream =
        row?.stream_id === staged.before.streamId && row.aggregate === staged.aggregate
      if (follows && sameStream) found.push(yield* decoded(row))
    }
  }
  if (repeated === null) return null
  if (found.length < count(stagedAll)) {
    return yield* fail({ type: 'DuplicateEventId', eventId: repeated })
  }
  return { events: found, position: found.at(-1)?.position ?? 0, replayed: true }
}

const count = (stagedAll: readonly Staged[]): number =>
  stagedAll.reduce((sum, { events }) => sum + events.length, 0)

const eventById = template((db, p: { readonly tenantId: string; readonly eventId: Uint8Array }) =>
  db
    .selectFrom('kalends_log')
    .selectAll()
    .where('tenant_id', '=', p.tenantId)
    .where('event_id', '=', p.eventId),
)
