export { affectedByTzChange, type MovedOccurrence, type TzChange } from './affected-by-tz-change.js'
export { neverOccurs } from './compile-rule.js'
export { canonicalRule, sameRule } from './canonical-rule.js'
export type { Calendars, CalendarSetting } from './compiler-for.js'
export type { StartWindow } from './search.js'
export { countIn } from './count-in.js'
export { expandICalendar, type ExpandedOccurrence, type ExpandOptions } from './expand-icalendar.js'
export type { CalendarDuration } from './icalendar-text/duration.js'
export type { ParsedPeriod } from './icalendar-text/period.js'
export { type ParsedSet, parseICalendarSet } from './icalendar-lines.js'
export type { Direction as WalkDirection } from './local-source.js'
export { next, previous } from './neighbours.js'
export { nth } from './nth.js'
export { occurrencesIn, type OccurrenceQuery } from './occurrences-in.js'
export {
  DEFAULT_BUDGET,
  type Occurrence as RecurrenceInstance,
  type Occurrences,
  type WorkLimit,
} from './occurrences.js'
export { type OpenOptions, type OpenSet, openSet } from './open-set.js'
export {
  type ChangedOccurrence,
  occurrencesOfSeries,
  type Series,
  type SeriesOccurrence,
} from './overrides.js'
export { parseRule } from './parse-rule.js'
export { printRule } from './print-rule.js'
export type {
  GapRule,
  RecurrenceOptions,
  RecurrenceSet,
  RecurrenceStart,
} from './recurrence-set.js'
export type { RecurrenceRejection } from './rejection.js'
export { calendars } from './rscale/calendars.js'
export type { ParseMode } from './rule-text/circumstances.js'
export type { Frequency, Month, NthDay, RecurrenceRule, Skip, Until, Weekday } from './rule.js'
