import * as E from 'fp-ts/lib/Either.js'
import type { Command } from '../../src/event/command.js'
import { decide } from '../../src/event/decide.js'
import { differencesOf } from '../../src/event/provided.js'
import {
  type CalendarEvent,
  type DomainEvent,
  evolve,
  type ImportedOccurrence,
  type ImportSource,
  RecurrenceId,
  type State,
} from '../../src/event/index.js'
import { explicit } from '../../src/policy/explicit.js'
import { type Message, planNotifications } from '../../src/policy/notifications.js'
import { mondays, newYork } from './series.js'

type Import = Extract<Command, { type: 'Import' }>

/** When the provider changed its event, in the tests. */
export const T = (minute: number): number => Date.UTC(2027, 2, 1, 12, minute)

/** A guest outside. */
export const guest = (
  name: string,
  status: ImportSource['attendees'][number]['status'] = 'NeedsAction',
): ImportSource['attendees'][number] => ({
  email: `${name}@example.com`,
  name: null,
  status,
  organizer: name === 'ann',
})

export const sourceOf = (more: Partial<ImportSource> = {}): ImportSource => ({
  provider: 'google',
  providerId: 'g1',
  iCalUid: 'g1@google.com',
  createdAt: T(0),
  updatedAt: T(1),
  sequence: 0,
  htmlLink: null,
  conferenceUrl: null,
  transparency: 'Opaque',
  organizer: { email: 'ann@example.com', name: 'Ann' },
  creator: null,
  attendees: [guest('ann', 'Accepted'), guest('bob')],
  extendedProperties: null,
  raw: { id: 'g1' },
  ...more,
})

/** An import by ann of an event of hers, that takes place once. */
export const importing = (
  more: Partial<Import> = {},
  source: Partial<ImportSource> = {},
): Import => ({
  type: 'Import',
  actor: 'ann',
  at: T(10),
  commandId: 'import',
  uid: 'import-1',
  calendarId: 'primary-ann',
  calendarOwner: 'ann',
  title: 'Planning',
  status: 'Confirmed',
  time: mondays,
  location: 'Room 1',
  body: { format: 'Plain', content: 'Agenda' },
  recurrence: null,
  occurrences: [],
  source: sourceOf(source),
  ...more,
})

export const idOf = (text: string): RecurrenceId => {
  if (RecurrenceId.is(text)) return text
  throw new Error(text)
}

/** The second Monday, an hour later and longer. */
export const changedMonday = (more: Partial<ImportedOccurrence> = {}): ImportedOccurrence => ({
  recurrenceId: idOf('2027-03-15T09:00:00'),
  title: 'Planning, longer',
  status: 'Confirmed',
  time: newYork('2027-03-15T10:00', '2027-03-15T12:00'),
  location: 'Room 1',
  body: { format: 'Plain', content: 'Agenda' },
  source: sourceOf({ providerId: 'g1_1', raw: { id: 'g1_1' } }),
  ...more,
})

/** An import of a series on Mondays. */
export const importingMondays = (
  more: Partial<Import> = {},
  source: Partial<ImportSource> = {},
): Import =>
  importing(
    { recurrence: ['RRULE:FREQ=WEEKLY;COUNT=8'], occurrences: [changedMonday()], ...more },
    source,
  )

/** What is the provider's of an event, to be compared with what it said. */
export const providersPart = (event: CalendarEvent) => ({
  title: event.title,
  status: event.status,
  time: event.time,
  location: event.location,
  body: event.body,
  recurrence: event.recurrence,
  updatedAt: event.source?.updatedAt,
  raw: event.raw?.event,
  guests: event.source?.attendees
    .filter(({ removedAt }) => removedAt === null)
    .map(({ email, status }) => [email, status]),
  occurrences: Object.fromEntries(
    [...event.overrides].map(([id, { source, ...rest }]) => [
      id,
      { ...rest, by: source?.providerId },
    ]),
  ),
})

/** The same of a command. */
export const saidBy = (command: Import): ReturnType<typeof providersPart> => ({
  title: command.title,
  status: command.status,
  time: command.time,
  location: command.location,
  body: command.body,
  recurrence: command.recurrence,
  updatedAt: command.source.updatedAt,
  raw: command.source.raw,
  guests: command.source.attendees.map(({ email, status }) => [email, status]),
  occurrences: Object.fromEntries(
    command.occurrences.map((each) => [
      each.recurrenceId,
      { ...differencesOf(each, command), by: each.source.providerId },
    ]),
  ),
})

/** What a command comes to that is accepted: what happens, what follows from it, who is told. */
export const outcomeOf = (
  command: Command,
  before: State,
): {
  readonly happened: readonly DomainEvent[]
  readonly after: State
  readonly messages: readonly Message[]
} => {
  const decided = decide(explicit)(command, before)
  if (E.isLeft(decided)) throw new Error(JSON.stringify(decided.left))
  const happened = decided.right
  const after = happened.reduce(evolve, before)
  return { happened, after, messages: planNotifications({ actor: null, happened, after }) }
}
