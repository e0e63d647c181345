import type { CalendarService, CreateEvent } from '@kalends/core'
import { DAY_MS, formatInstantUtc, HOUR_MS } from '@kalends/core'

/** Where the twenty years of every benchmark calendar begin. */
const FIRST_DAY = Date.UTC(2010, 0, 4)
const DAYS = 20 * 365

/** The Monday in the middle of the twenty years that every benchmark looks at. */
export const BUSY_WEEK = FIRST_DAY + 10 * 364 * DAY_MS

/** How many events every calendar has in the busy week, whatever its size. */
const BUSY_EVENTS = 70

/**
 * Fills a user's calendar with single events: 70 in the busy week, the rest evenly over twenty years, one in a
 * thousand lasting months.
 */
export const seedSingles = async (calendar: CalendarService, count: number): Promise<void> => {
  const CHUNK = 2000
  for (let first = 0; first < count; first += CHUNK) {
    const size = Math.min(CHUNK, count - first)
    await Promise.all(
      Array.from({ length: size }, (_, index) =>
        calendar.promises.execute(single(first + index, count)),
      ),
    )
  }
}

/** Adds endless series, most of them weekly, spread over the days of a week, from the first of the twenty years on. */
export const seedSeries = async (calendar: CalendarService, count: number): Promise<void> => {
  await Promise.all(
    Array.from({ length: count }, (_, index) => calendar.promises.execute(series(index))),
  )
}

const series = (index: number): CreateEvent => {
  const start = FIRST_DAY + (index % 7) * DAY_MS + (index % 48) * (HOUR_MS / 2)
  return {
    type: 'CreateEvent',
    tenantId: 'bench',
    actor: 'ann',
    uid: `s${index}`,
    title: `Series ${index}`,
    recurrence: [RULES[index % RULES.length] ?? RULES[0]],
    timeSlot: {
      start: formatInstantUtc(start),
      end: formatInstantUtc(start + HOUR_MS),
      timeZone: ZONES[index % ZONES.length] ?? ZONES[0],
    },
  }
}

const RULES = [
  'RRULE:FREQ=WEEKLY',
  'RRULE:FREQ=WEEKLY;INTERVAL=2',
  'RRULE:FREQ=DAILY',
  'RRULE:FREQ=MONTHLY',
] as const
const ZONES = ['Europe/Berlin', 'America/New_York', 'Asia/Tokyo', 'UTC'] as const

const single = (index: number, count: number): CreateEvent => {
  const start =
    index < BUSY_EVENTS
      ? BUSY_WEEK + index * 2 * HOUR_MS
      : FIRST_DAY + Math.floor((index / count) * DAYS * DAY_MS)
  const lasts = index % 1000 === 7 ? 90 * DAY_MS : (1 + (index % 8)) * (HOUR_MS / 2)
  return {
    type: 'CreateEvent',
    tenantId: 'bench',
    actor: 'ann',
    uid: `e${index}`,
    title: `Event ${index}`,
    location: 'Room 1',
    timeSlot: { start: formatInstantUtc(start), end: formatInstantUtc(start + lasts) },
  }
}
