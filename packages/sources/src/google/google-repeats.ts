import * as E from 'fp-ts/lib/Either.js'
import type { Refusal } from '../mapping/imported.js'
import { type Json, listOf } from '../mapping/json.js'
import type { Repeats } from '../mapping/sketch.js'

/**
 * How an item of Google's repeats; null when it does not. Google shows the start of a series also where no rule
 * yields it.
 *
 * @see https://developers.google.com/workspace/calendar/api/concepts/events-calendars#recurrence_rule
 */
export const googleRepeats = ({ recurrence }: Json): E.Either<Refusal, Repeats | null> => {
  if (recurrence === undefined || recurrence === null) return E.right(null)
  if (!Array.isArray(recurrence)) return E.left({ reason: 'Malformed', field: 'recurrence' })
  const lines = listOf(recurrence).filter((line) => typeof line === 'string')
  if (lines.length !== recurrence.length || !lines.every((line) => FORM.test(line))) {
    return E.left({ reason: 'Malformed', field: 'recurrence' })
  }
  return E.right(lines.length === 0 ? null : { lines, start: 'AlwaysOccurs' })
}

/** One line, by a name that says how an event repeats. */
const FORM = /^(?:RRULE|EXRULE|RDATE|EXDATE)[:;][^\r\n]*$/i
