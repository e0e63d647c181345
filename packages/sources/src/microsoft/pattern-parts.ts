import * as E from 'fp-ts/lib/Either.js'
import type { Refusal } from '../mapping/imported.js'
import { countOf, type Json, listOf } from '../mapping/json.js'

type Parts = E.Either<Refusal, readonly string[]>

/**
 * The parts of RRULE that say what a recurrence pattern of Graph's does.
 *
 * A day that a month does not have is its last one, as Outlook has it: the 30th becomes the last of the 28th, 29th and 30th.
 *
 * @see https://learn.microsoft.com/en-us/graph/api/resources/recurrencepattern
 */
export const patternParts = (pattern: Json): Parts => {
  const interval = countOf(pattern['interval'])
  if (interval === null || interval === 0) return invalid('interval')
  const every = interval === 1 ? [] : [`INTERVAL=${interval}`]
  switch (pattern['type']) {
    case 'daily':
      return E.right(['FREQ=DAILY', ...every])
    case 'weekly':
      return joined(['FREQ=WEEKLY', ...every], byDay(pattern), firstDay(pattern))
    case 'absoluteMonthly':
      return joined(['FREQ=MONTHLY', ...every], byMonthDay(pattern))
    case 'relativeMonthly':
      return joined(['FREQ=MONTHLY', ...every], byDay(pattern), bySetPosition(pattern))
    case 'absoluteYearly':
      return joined(['FREQ=YEARLY', ...every], byMonth(pattern), byMonthDay(pattern))
    case 'relativeYearly':
      return joined(
        ['FREQ=YEARLY', ...every],
        byMonth(pattern),
        byDay(pattern),
        bySetPosition(pattern),
      )
  }
  return invalid('type')
}

const joined = (first: readonly string[], ...rest: readonly Parts[]): Parts => {
  const parts = [...first]
  for (const each of rest) {
    if (E.isLeft(each)) return each
    parts.push(...each.right)
  }
  return E.right(parts)
}

const byDay = ({ daysOfWeek }: Json): Parts => {
  const days = listOf(daysOfWeek).map((day) => DAYS.get(day))
  return days.length === 0 || days.includes(undefined)
    ? invalid('daysOfWeek')
    : E.right([`BYDAY=${days.join(',')}`])
}

const firstDay = ({ firstDayOfWeek = 'sunday' }: Json): Parts => {
  const day = DAYS.get(firstDayOfWeek)
  return day === undefined ? invalid('firstDayOfWeek') : E.right([`WKST=${day}`])
}

const byMonth = ({ month }: Json): Parts => {
  const number = countOf(month)
  return number === null || number < 1 || number > 12
    ? invalid('month')
    : E.right([`BYMONTH=${number}`])
}

const byMonthDay = ({ dayOfMonth }: Json): Parts => {
  const day = countOf(dayOfMonth)
  if (day === null || day < 1 || day > 31) return invalid('dayOfMonth')
  if (day <= SHORTEST_MONTH) return E.right([`BYMONTHDAY=${day}`])
  const days = [28, 29, 30, 31].filter((each) => each <= day)
  return E.right([`BYMONTHDAY=${days.join(',')}`, 'BYSETPOS=-1'])
}

const bySetPosition = ({ index = 'first' }: Json): Parts => {
  const position = POSITIONS.get(index)
  return position === undefined ? invalid('index') : E.right([`BYSETPOS=${position}`])
}

const invalid = (field: string): E.Either<Refusal, never> =>
  E.left({ reason: 'InvalidValue', field: `recurrence.pattern.${field}` })

const SHORTEST_MONTH = 28

const DAYS: ReadonlyMap<unknown, string> = new Map([
  ['sunday', 'SU'],
  ['monday', 'MO'],
  ['tuesday', 'TU'],
  ['wednesday', 'WE'],
  ['thursday', 'TH'],
  ['friday', 'FR'],
  ['saturday', 'SA'],
])

const POSITIONS: ReadonlyMap<unknown, number> = new Map([
  ['first', 1],
  ['second', 2],
  ['third', 3],
  ['fourth', 4],
  ['last', -1],
])
