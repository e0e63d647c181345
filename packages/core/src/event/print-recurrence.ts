import { printRule, type RecurrenceRule } from '../recurrence/index.js'
import { localDateTimeOfMs, SECOND_MS, UTC } from '../time/index.js'
import type { Recurrence } from './calendar-event.js'
import type { EventTime } from './event-time.js'

/** What a series' lines say: its rule, and dates in seconds of its own clock, counted as if in UTC. */
export interface Pattern {
  readonly rule: RecurrenceRule | null
  readonly dates: readonly number[]
  readonly excluded: readonly number[]
}

/**
 * Prints a pattern in normal form: at most one line of each kind, dates in order and each once, in the zone of `time`.
 *
 * Leaves out dates that four digits of a year cannot write.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.8.5
 */
export const printRecurrence = (
  { rule, dates, excluded }: Pattern,
  time: EventTime,
): Recurrence => [
  ...(rule === null ? [] : [`RRULE:${printRule(rule)}`]),
  ...dateLine('RDATE', dates, time),
  ...dateLine('EXDATE', excluded, time),
]

const dateLine = (
  name: 'RDATE' | 'EXDATE',
  localSeconds: readonly number[],
  { type, timeZone }: EventTime,
): Recurrence => {
  const sorted = [...new Set(localSeconds)].filter(isWritten).toSorted((a, b) => a - b)
  if (sorted.length === 0) return []
  const texts = sorted.map((seconds) => localDateTimeOfMs(seconds * SECOND_MS).replace(/[-:]/g, ''))
  if (type === 'AllDay')
    return [`${name};VALUE=DATE:${texts.map((text) => text.slice(0, 8)).join(',')}`]
  if (timeZone === UTC) return [`${name}:${texts.map((text) => `${text}Z`).join(',')}`]
  return [`${name};TZID=${timeZone}:${texts.join(',')}`]
}

const isWritten = (seconds: number): boolean => seconds >= FIRST && seconds < END

/** The years 1 to 9999. */
const FIRST = -62_135_596_800
const END = 253_402_300_800
