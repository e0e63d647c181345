import type { Either } from 'fp-ts/lib/Either.js'
import type { StartWindow } from './search.js'
import { left, right } from './either.js'
import { parseICalendarSet } from './icalendar-lines.js'
import { occurrencesIn } from './occurrences-in.js'
import { type OpenSet, openSet } from './open-set.js'
import type { RecurrenceOptions } from './recurrence-set.js'
import type { RecurrenceRejection } from './rejection.js'
import { calendars } from './rscale/calendars.js'
import { faulty } from './rule-text/refusals.js'
import type { ParseMode } from './rule-text/circumstances.js'
import { localStampOf, msOfStamp } from './window-stamp.js'

/** An occurrence as text. `utc` is null for dates and floating times. */
export interface ExpandedOccurrence {
  /** What the clock shows: `2027-03-08T09:00:00`, or `2027-03-08` for a date. */
  readonly local: string
  /** The instant: `2027-03-08T14:00:00Z`. */
  readonly utc: string | null
}

/** What to expand. `from` is included, `to` is not: local stamps, UTC stamps (ending in `Z`) or dates. */
export interface ExpandOptions {
  readonly from?: string
  readonly to?: string
  /** Default: 1,000. */
  readonly limit?: number
  /** Default: lenient, as for imports. */
  readonly mode?: ParseMode
  /** What the standard leaves open, where it shall not be the default. */
  readonly options?: Partial<RecurrenceOptions>
}

/**
 * Expands the recurrence in iCalendar lines: DTSTART, RRULE, EXRULE, RDATE, EXDATE.
 *
 * Ascending, each instant once, at most `limit` of them. A time in a gap is what the clock shows after it has
 * been shifted: 02:30 in New York's spring is `03:30`.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.3.5
 */
export const expandICalendar = (
  text: string,
  { from, to, limit = DEFAULT_LIMIT, mode = 'lenient', options }: ExpandOptions = {},
): Either<RecurrenceRejection, readonly ExpandedOccurrence[]> => {
  const parsed = parseICalendarSet(text, { mode })
  if (parsed._tag === 'Left') return parsed
  const { set } = parsed.right
  const open = openSet({ ...set, options: { ...set.options, ...options } }, { calendars })
  if (open._tag === 'Left') return open
  const window = windowOf(open.right, { from, to })
  if (window._tag === 'Left') return window
  const found = occurrencesIn(open.right, { ...window.right, limit, budget: BUDGET })
  return found._tag === 'Left' ? found : right(found.right.startMs.map(printed(open.right)))
}

const windowOf = (
  { zone }: OpenSet,
  { from, to }: { readonly from: string | undefined; readonly to: string | undefined },
): Either<RecurrenceRejection, StartWindow> => {
  const fromMs = from === undefined ? -Infinity : msOfStamp(from, zone)
  if (fromMs === null) return left(faulty('InvalidValue', 'from', `${from}`))
  const toMs = to === undefined ? Infinity : msOfStamp(to, zone)
  if (toMs === null) return left(faulty('InvalidValue', 'to', `${to}`))
  return right({ from: fromMs, to: toMs })
}

const printed =
  ({ start, zone }: OpenSet) =>
  (startMs: number): ExpandedOccurrence => {
    if (zone === null) {
      const local = localStampOf(startMs)
      return { local: start.type === 'Date' ? local.slice(0, 10) : local, utc: null }
    }
    return { local: localStampOf(zone.localMsOf(startMs)), utc: `${localStampOf(startMs)}Z` }
  }

const DEFAULT_LIMIT = 1000
const BUDGET = 250_000
