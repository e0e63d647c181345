import type { Codec } from '../wire/index.js'
import { described, listOf, refined, text } from '../wire/index.js'

/** What a line says is read with the start of the event, by core. */
const Line: Codec<string> = text({ min: 1 })

/**
 * How an event repeats: lines of iCalendar, beside the start that the event has.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.8.5
 */
export const RecurrenceLines: Codec<readonly string[]> = described(
  refined(listOf(Line), (lines) =>
    lines.length === 0 ? [{ path: [], detail: 'must be null or have a line' }] : [],
  ),
  {
    minItems: 1,
    examples: [['RRULE:FREQ=WEEKLY;BYDAY=MO,WE', 'EXDATE;TZID=America/New_York:20270317T090000']],
    description:
      'Lines of iCalendar: RRULE, RDATE and EXDATE. The first occurrence must be the start of the event. Null: the event takes place once.',
  },
)
