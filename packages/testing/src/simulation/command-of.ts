import type {
  AnswerEvent,
  CalendarEvent,
  EventChanges,
  EventCommand,
  EventTime,
  OccurrenceChanges,
  ParticipantRef,
  TimeSlot,
} from '@kalends/core'
import {
  DAY_MS,
  daysOfLocalDate,
  HOUR_MS,
  LIVE_SESSIONS,
  printRecurrenceId,
  recurrenceIdOf,
  SECOND_MS,
  zoneOf,
} from '@kalends/core'
import { users } from '../arbitraries/index.js'
import type { Choosing } from './choosing.js'
import { FIRST_DAY_MS } from './first-day.js'
import { importCommand } from './import-command.js'
import type { Random } from './random.js'

/** Draws a command: mostly one that its event allows, sent by whoever may. */
export const commandOf = (choosing: Choosing): EventCommand => {
  const { random, events } = choosing
  const target = random.oneOf(events.slice(-RECENT))
  if (random.chance(0.1)) return importCommand(choosing)
  if (target === undefined || random.chance(0.15)) return create(choosing)
  // What follows from facts is changed by facts alone.
  if (target.organizer === LIVE_SESSIONS) return answer(choosing, target)
  const isSeries = target.recurrence !== null
  return isSeries && random.chance(0.5)
    ? occurrenceCommand(choosing, target)
    : eventCommand(choosing, target)
}

const RECENT = 12

const envelope = ({ viewer, commandId }: Choosing) => ({
  tenantId: viewer.tenantId,
  actor: viewer.userId,
  commandId,
})

const create = (choosing: Choosing): EventCommand => {
  const { random, commandId, viewer } = choosing
  const uid = random.chance(0.3) ? { uid: `${viewer.userId}-${random.below(9)}` } : {}
  return {
    type: 'CreateEvent',
    ...envelope(choosing),
    ...uid,
    title: `made by ${commandId}`,
    timeSlot: slot(random),
    status: random.pick(['Confirmed', 'Tentative']),
    body: random.chance(0.4) ? { format: 'Plain', content: words(random) } : null,
    recurrence: random.chance(0.4) ? rules(random) : null,
    participants: guests(random),
  }
}

const rules = (random: Random): readonly string[] => [
  random.pick([
    'RRULE:FREQ=DAILY;COUNT=6',
    'RRULE:FREQ=WEEKLY;COUNT=4',
    'RRULE:FREQ=DAILY;INTERVAL=2;COUNT=5',
    'RRULE:FREQ=WEEKLY',
  ]),
]

const words = (random: Random) => random.pick(['Guten Tag', 'Good day', 'Dobar dan'])

const guests = (random: Random): readonly ParticipantRef[] =>
  users.filter(() => random.chance(0.5)).map((userId) => ({ userId }))

const slot = (random: Random): TimeSlot => {
  const startMs = FIRST_DAY_MS + random.below(20) * DAY_MS + random.below(24) * HOUR_MS
  const [start, end] = [stamp(startMs), stamp(startMs + random.below(30) * HOUR_MS)]
  if (random.chance(0.2)) {
    const day = stamp(startMs).slice(0, 10)
    return { allDay: true, start: day, end: stamp(startMs + DAY_MS).slice(0, 10) }
  }
  return { start, end, timeZone: random.pick(['UTC', 'Europe/Berlin', 'America/New_York']) }
}

const stamp = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}Z`

/** The organizer sends what only the organizer may; now and then a stranger tries. */
const byOrganizer = (choosing: Choosing, { organizer, uid }: CalendarEvent) => ({
  ...envelope(choosing),
  actor: choosing.random.chance(0.9) ? organizer : choosing.viewer.userId,
  uid,
})

const eventCommand = (choosing: Choosing, event: CalendarEvent): EventCommand => {
  const { random } = choosing
  const asked = byOrganizer(choosing, event)
  const kind = random.below(20)
  if (kind < 8) return answer(choosing, event)
  if (kind < 14)
    return { type: 'PatchEvent', ...asked, changes: changes(random), ...noticed(random) }
  if (kind < 16) return { type: 'InviteParticipants', ...asked, participants: guests(random) }
  if (kind < 17) return { type: 'UninviteParticipant', ...asked, userId: random.pick(users) }
  if (kind < 18) return { type: 'ResetAnswers', ...asked }
  if (kind < 19)
    return { type: 'PatchEvent', ...asked, ...oneRevision(event), changes: changes(random) }
  return { type: 'CancelEvent', ...asked }
}

const answer = (choosing: Choosing, { uid, participants }: CalendarEvent): AnswerEvent => ({
  type: 'AnswerEvent',
  ...envelope(choosing),
  actor: choosing.random.oneOf([...participants.keys()]) ?? choosing.viewer.userId,
  uid,
  status: choosing.random.pick(['Accepted', 'Declined', 'Tentative', 'NeedsAction']),
})

const oneRevision = ({ revision }: CalendarEvent) => ({ ifRevision: [revision] })

const noticed = (random: Random) => ({
  notice: random.pick(['Update', 'Nobody', 'Reset'] as const),
})

const changes = (random: Random): EventChanges =>
  random.pick<EventChanges>([
    { title: `title ${random.below(1000)}` },
    { location: `room ${random.below(9)}` },
    { body: { format: 'Plain', content: words(random) } },
    { timeSlot: slot(random) },
    { showParticipantList: random.chance(0.5) },
    { recurrence: random.chance(0.5) ? rules(random) : null },
  ])

const occurrenceCommand = (choosing: Choosing, event: CalendarEvent): EventCommand => {
  const { random } = choosing
  const recurrenceId = someRecurrenceId(random, event.time)
  const asked = { ...byOrganizer(choosing, event), recurrenceId }
  const kind = random.below(10)
  if (kind < 4) return { ...answer(choosing, event), recurrenceId }
  if (kind < 6) return { type: 'PatchOccurrence', ...asked, changes: occurrenceChanges(random) }
  if (kind < 8) return { type: 'CancelOccurrence', ...asked }
  if (kind < 9) return { type: 'SplitSeries', ...asked, changes: changes(random) }
  return { type: 'TruncateSeries', ...asked }
}

const occurrenceChanges = (random: Random): OccurrenceChanges =>
  random.pick<OccurrenceChanges>([
    { title: `this one ${random.below(1000)}` },
    { location: `room ${random.below(9)}` },
    { timeSlot: slot(random) },
  ])

/** The id of one of the first days from the start of a series on: most often one of its occurrences. */
const someRecurrenceId = (random: Random, time: EventTime): string => {
  const days = random.pick([0, 1, 2, 3, 4, 7, 14, 21])
  const startMs =
    time.type === 'AllDay'
      ? daysOfLocalDate(time.start) * DAY_MS
      : zoneOf(time.timeZone).localMsOf(time.start)
  return printRecurrenceId(recurrenceIdOf((startMs + days * DAY_MS) / SECOND_MS), time)
}
