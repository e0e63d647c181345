import type { CalendarEvent, EventTime, Participation, RecurrenceId } from '@kalends/core'
import { LocalDate, LocalDateTime, parseStamp, TimeZoneId } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'

/** An event of ann's, as core folds it, but for what is given. */
export const eventOf = (given: Partial<CalendarEvent> = {}): CalendarEvent => ({
  ...PLAIN,
  ...given,
})

export const zone = (name: string): TimeZoneId => {
  if (!TimeZoneId.is(name)) throw new Error(name)
  return name
}

export const id = (text: string): RecurrenceId => {
  if (!LocalDateTime.is(text)) throw new Error(text)
  return text
}

/** From a stamp to a stamp, in a zone. */
export const timed = (start: string, end: string, timeZone: string): EventTime => ({
  type: 'Timed',
  start: instant(start),
  end: instant(end),
  timeZone: zone(timeZone),
})

/** From a date to a date. */
export const days = (start: string, end: string): EventTime => {
  if (!LocalDate.is(start) || !LocalDate.is(end)) throw new Error(`${start} ${end}`)
  return { type: 'AllDay', start, end, timeZone: null }
}

/** Somebody who has not answered. */
export const guest = (userId: string, given: Partial<Participation> = {}): Participation => ({
  userId,
  status: 'NeedsAction',
  answer: null,
  occurrences: new Map(),
  ...given,
})

export const guests = (...all: readonly Participation[]): CalendarEvent['participants'] =>
  new Map(all.map((each) => [each.userId, each]))

const instant = (text: string): number => {
  const stamp = parseStamp(text)
  if (E.isLeft(stamp)) throw new Error(text)
  return stamp.right.floorMs
}

const PLAIN: CalendarEvent = {
  uid: 'planning',
  calendarId: 'ann',
  organizer: 'ann',
  title: 'Planning',
  status: 'Confirmed',
  time: timed('2027-03-08T09:00:00-05:00', '2027-03-08T10:00:00-05:00', 'America/New_York'),
  location: null,
  body: null,
  bodyRevision: 1,
  language: null,
  attachments: [],
  showParticipantList: true,
  visibility: 'Participants',
  participants: guests(guest('ann', { status: 'Accepted' })),
  recurrence: null,
  overrides: new Map(),
  splitFrom: null,
  source: null,
  raw: null,
  revision: 1,
  sequence: 0,
  resetRevision: 0,
  lastAskedBy: null,
  createdAt: Date.UTC(2027, 0, 1),
  updatedAt: Date.UTC(2027, 0, 2),
}
