import type { ConnectionChange, Recorded, Updates } from '@kalends/core'
import { raisesRevision } from '@kalends/core'

/** What webhooks are told of a stretch of the log that begins behind `after`. */
export interface Changes {
  readonly after: number
  readonly updates: Updates | null
  readonly connections: readonly ConnectionChange[]
}

/** Nothing, from a position on. */
export const noChanges = (after: number): Changes => ({ after, updates: null, connections: [] })

/** Whether there is anything to tell. */
export const isNothing = ({ updates, connections }: Changes): boolean =>
  updates === null && connections.length === 0

/** The same stretch, longer by a domain event. Answers, and what is found out about an event, are nothing to tell. */
export const withRecorded = (changes: Changes, recorded: Recorded): Changes => {
  const { position, recordedAt } = recorded
  if (recorded.aggregate === 'event' && raisesRevision(recorded.happened)) {
    const from = changes.updates?.from ?? recordedAt
    return { ...changes, updates: { from, last: position } }
  }
  const connection = connectionIn(recorded)
  if (connection === null) return changes
  const change = { calendarId: recorded.streamId, connection, position }
  return { ...changes, connections: [...changes.connections, change] }
}

const connectionIn = (recorded: Recorded): ConnectionChange['connection'] | null => {
  if (recorded.aggregate !== 'calendar') return null
  const { type } = recorded.happened
  if (type === 'CalendarConnected') return 'Connected'
  return type === 'CalendarDisconnected' ? 'Disconnected' : null
}
