import type { Instant, LocalDate, Window, Zone } from '../time/index.js'
import { addDays, closeWindow, holds, overlapping, startOfDay } from '../time/index.js'
import type { Occurrence } from './occurrence.js'

/** How many occurrences are still to come, by the viewer's local days. */
export interface Overview {
  readonly today: number
  readonly tomorrow: number
  /** Today to today + 6. */
  readonly nextSevenDays: number
}

/** The local days an overview counts, as windows; days have 23 or 25 hours where the zone says so. */
export interface OverviewDays {
  readonly today: Window
  readonly tomorrow: Window
  readonly nextSevenDays: Window
}

/** The days of an overview whose first is `today` in `zone`. */
export const overviewDays = (zone: Zone, today: LocalDate): OverviewDays => {
  const from = (days: number) => startOfDay(zone, addDays(today, days))
  return {
    today: overlapping(from(0), from(1)),
    tomorrow: overlapping(from(1), from(2)),
    nextSevenDays: overlapping(from(0), from(7)),
  }
}

/**
 * Counts the occurrences that overlap each period and end after `now`.
 *
 * One that spans midnight counts in both days. Which answers count is the caller's to select.
 */
export const countOverview = (
  days: OverviewDays,
  now: Instant,
  occurrences: Iterable<Pick<Occurrence, 'start' | 'end'>>,
): Overview => {
  const today = closeWindow(days.today)
  const tomorrow = closeWindow(days.tomorrow)
  const nextSevenDays = closeWindow(days.nextSevenDays)
  const counts = { today: 0, tomorrow: 0, nextSevenDays: 0 }
  for (const { start, end } of occurrences) {
    if (end <= now) continue
    if (holds(today, start, end)) counts.today += 1
    if (holds(tomorrow, start, end)) counts.tomorrow += 1
    if (holds(nextSevenDays, start, end)) counts.nextSevenDays += 1
  }
  return counts
}
