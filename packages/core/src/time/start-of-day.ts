import type { Instant } from './instant.js'
import { daysOfLocalDate, type LocalDate } from './local-date.js'
import { DAY_MS } from './units.js'
import type { Zone } from './zone.js'

/**
 * The instant at which `date` reads midnight in `zone`.
 *
 * A midnight that falls into a gap is shifted by the offset before it (São Paulo's summer began at
 * 01:00), one that comes twice is the first. A day the zone skipped starts where the next one does.
 */
export const startOfDay = (zone: Zone, date: LocalDate): Instant =>
  zone.instantOf(daysOfLocalDate(date) * DAY_MS)
