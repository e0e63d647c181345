import type { DomainEvent } from './domain-event.js'
import type { State } from './state.js'
import { initialState } from './state.js'

/** Applies what has already happened. Total: history is never rejected, at most ignored. */
export const evolve = (state: State, happened: DomainEvent): State => {
  if (happened.type === 'CalendarOpened') {
    const { id, owner, name, timeZone } = happened
    const outside = { provider: null, deduplicationKey: null, connection: 'Local' } as const
    return { type: 'Open', calendar: { id, owner, name, timeZone, ...outside, resetPolicy: null } }
  }
  if (happened.type === 'DeduplicationKeyClaimed' && state.type === 'Absent') {
    return { type: 'DeduplicationKey', calendarId: happened.calendarId }
  }
  if (state.type === 'DeduplicationKey') {
    return happened.type === 'DeduplicationKeyReleased' ? initialState : state
  }
  if (state.type === 'Absent') return state
  const { calendar } = state
  switch (happened.type) {
    case 'CalendarRenamed':
      return { ...state, calendar: { ...calendar, name: happened.name } }
    case 'CalendarTimeZoneChanged':
      return { ...state, calendar: { ...calendar, timeZone: happened.timeZone } }
    case 'CalendarResetPolicyChanged':
      return { ...state, calendar: { ...calendar, resetPolicy: happened.resetPolicy } }
    case 'CalendarDeduplicationKeyChanged':
      return { ...state, calendar: { ...calendar, deduplicationKey: happened.deduplicationKey } }
    case 'CalendarConnected':
      return { ...state, calendar: { ...calendar, connection: 'Connected' } }
    case 'CalendarDisconnected':
      return { ...state, calendar: { ...calendar, connection: 'Disconnected' } }
    case 'DeduplicationKeyClaimed':
    case 'DeduplicationKeyReleased':
      return state
  }
}
