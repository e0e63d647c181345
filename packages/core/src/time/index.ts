export { civilFromDays, type CivilDate, daysFromCivil, daysInMonth } from './civil.js'
export { dayStartOf, firstDateFrom, lastDateTo } from './dates-around.js'
export {
  durationClass,
  longestOfClass,
  MAX_DURATION_CLASS,
  shortestOfClass,
} from './duration-class.js'
export { formatInZone } from './format-in-zone.js'
export { InstantFromStamp } from './instant-from-stamp.js'
export { type Instant, MAX_INSTANT, MIN_INSTANT } from './instant.js'
export {
  LocalDateTime,
  type LocalDateTimeBrand,
  localDateTimeOfMs,
  localMsOf,
} from './local-date-time.js'
export { addDays, LocalDate, localDateOfDays, daysOfLocalDate } from './local-date.js'
export type { Segment } from './segments.js'
export {
  formatInstantUtc,
  parseStamp,
  roundDown,
  roundUp,
  type Stamp,
  type StampRefusal,
} from './stamp.js'
export { startOfDay } from './start-of-day.js'
export { TimeZoneId, UTC } from './time-zone-id.js'
export { tzdataVersion } from './tzdata-version.js'
export { DAY_MS, DAY_SECONDS, HOUR_MS, MINUTE_MS, SECOND_MS } from './units.js'
export * from './window.js'
export { type Zone, zoneOf } from './zone.js'
