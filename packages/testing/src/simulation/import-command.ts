import type { CancelImported, Envelope, EventStatus, EventTime, ImportEvent } from '@kalends/core'
import { DAY_MS, HOUR_MS, SECOND_MS, UTC } from '@kalends/core'
import type { Choosing } from './choosing.js'
import { FIRST_DAY_MS } from './first-day.js'
import type { Random } from './random.js'

/**
 * Draws an import into the client's own calendar, as several syncs of one provider make them: of few events, each in many
 * versions, which come in any order; now and then that an event is gone.
 */
export const importCommand = (choosing: Choosing): ImportEvent | CancelImported => {
  const { random, viewer, commandId } = choosing
  const key = `provided-${random.below(3)}`
  const updatedAt = FIRST_DAY_MS - DAY_MS + random.below(10_000) * SECOND_MS
  const asked = { tenantId: viewer.tenantId, actor: viewer.userId, commandId, key: [key] }
  return random.chance(0.2)
    ? { type: 'CancelImported', ...asked, updatedAt }
    : { type: 'ImportEvent', ...asked, ...version(random), source: sourceOf(key, updatedAt) }
}

const version = (
  random: Random,
): Omit<ImportEvent, 'type' | 'source' | 'key' | keyof Envelope> => ({
  title: `version ${random.below(1000)}`,
  status: random.pick<EventStatus>(['Confirmed', 'Tentative', 'Cancelled']),
  time: timeOf(random),
  location: random.pick([null, 'Lisbon']),
  body: random.chance(0.3) ? { format: 'Plain', content: 'Good morning' } : null,
  recurrence: random.chance(0.4) ? ['RRULE:FREQ=DAILY;COUNT=4'] : null,
  occurrences: [],
})

const timeOf = (random: Random): EventTime => {
  const start = FIRST_DAY_MS + random.below(20) * DAY_MS + random.below(24) * HOUR_MS
  return { type: 'Timed', start, end: start + HOUR_MS, timeZone: UTC }
}

const sourceOf = (providerId: string, updatedAt: number): ImportEvent['source'] => ({
  provider: 'simulated',
  providerId,
  iCalUid: null,
  createdAt: null,
  updatedAt,
  sequence: null,
  htmlLink: null,
  conferenceUrl: null,
  transparency: 'Opaque',
  organizer: null,
  creator: null,
  attendees: [],
  extendedProperties: null,
  raw: null,
})
