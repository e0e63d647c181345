import type { CalendarEvent, Recorded, State, TenantFilter, TenantKey } from '@kalends/core'
import { eventKey, evolve, initialState, isUpdate } from '@kalends/core'

/** An event of a tenant, and what it is sorted and filtered by. */
export interface TenantEvent {
  readonly key: TenantKey
  readonly event: CalendarEvent
}

/**
 * The events of a tenant right after a position, found by folding its log.
 *
 * A commit is seen whole: from the position of its last domain event on.
 */
export const tenantEventsAt = (
  log: readonly Recorded[],
  position: number,
): readonly TenantEvent[] => {
  const found = new Map<string, Folded>()
  for (const [index, recorded] of log.entries()) {
    if (endOfCommit(log, index) > position) break
    if (recorded.aggregate !== 'event') continue
    const { state: before, updatedAt } = found.get(recorded.streamId) ?? NOTHING
    const state = evolve(before, recorded.happened)
    const updated = isUpdate(before, state) ? recorded.recordedAt : updatedAt
    found.set(recorded.streamId, { state, updatedAt: updated })
  }
  return [...found.values()].flatMap(({ state, updatedAt }) =>
    state.type === 'Absent'
      ? []
      : [{ key: { ...eventKey(state.event), updatedAt }, event: state.event }],
  )
}

interface Folded {
  readonly state: State
  readonly updatedAt: number
}

const NOTHING: Folded = { state: initialState, updatedAt: 0 }

/** These histories give each command its own id. */
const endOfCommit = (log: readonly Recorded[], index: number): number => {
  let last = index
  while (log[last + 1]?.commandId === log[index]?.commandId) last += 1
  return last + 1
}

/** Whether an event of a tenant has the id and the calendar that are asked for. */
export const isAskedFor = ({ uid, calendarId }: TenantKey, filter: TenantFilter): boolean =>
  (filter.uid === null || filter.uid === uid) &&
  (filter.calendarId === null || filter.calendarId === calendarId)
