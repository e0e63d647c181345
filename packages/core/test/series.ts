import * as E from 'fp-ts/lib/Either.js'
import type {
  CalendarEvent,
  EventTime,
  Override,
  ParticipationStatus,
  RecurrenceId,
  Standing,
} from '../src/event/index.js'
import { evolve, initialState } from '../src/event/index.js'
import type { ListedSeries } from '../src/occurrence/index.js'
import { eventRow } from '../src/occurrence/index.js'
import { LocalDate, TimeZoneId, UTC } from '../src/time/index.js'

/** A zone by its name, which must be known. */
export const zoneId = (name: string): TimeZoneId => {
  const decoded = TimeZoneId.decode(name)
  if (E.isLeft(decoded)) throw new Error(name)
  return decoded.right
}

/** The zone of most examples. */
export const NEW_YORK = zoneId('America/New_York')

/** A date by its text. */
export const date = (text: string): LocalDate => {
  const decoded = LocalDate.decode(text)
  if (E.isLeft(decoded)) throw new Error(text)
  return decoded.right
}

/** A timed event's time. */
export const timed = (start: number, lastingMs: number, timeZone: TimeZoneId = UTC): EventTime => ({
  type: 'Timed',
  start,
  end: start + lastingMs,
  timeZone,
})

/** A series as its stream would yield it: Ann's, with Bob. */
export const seriesOf = (time: EventTime, recurrence: readonly string[]): CalendarEvent => {
  const at = 0
  const state = [
    {
      type: 'Created',
      at,
      uid: 's',
      calendarId: 'primary-ann',
      organizer: 'ann',
      title: 'Standup',
      status: 'Confirmed',
      time,
      location: null,
      body: null,
      attachments: [],
      showParticipantList: true,
      visibility: 'Participants',
      participants: ['bob'],
    } as const,
    { type: 'RecurrenceChanged', at, revision: 1, silent: false, recurrence, sequence: 0 } as const,
  ].reduce(evolve, initialState)
  if (state.type === 'Absent') throw new Error('nothing was created')
  return state.event
}

/** What differs in single occurrences, and how Bob stands to the series. */
export interface Exceptions {
  readonly overrides?: ReadonlyMap<RecurrenceId, Override>
  readonly status?: ParticipationStatus
  readonly occurrences?: ReadonlyMap<RecurrenceId, Standing>
}

/** A series in Bob's list. */
export const listedFor = (series: CalendarEvent, exceptions: Exceptions = {}): ListedSeries => {
  const { overrides = new Map(), status = 'Accepted', occurrences = new Map() } = exceptions
  const { uid, summary } = eventRow(series)
  return {
    uid,
    participation: { userId: 'bob', status, answer: null, occurrences },
    event: { ...summary, overrides },
  }
}
