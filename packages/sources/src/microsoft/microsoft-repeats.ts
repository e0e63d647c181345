import * as E from 'fp-ts/lib/Either.js'
import type { Refusal } from '../mapping/imported.js'
import { countOf, isJson, type Json, jsonOf, textOf } from '../mapping/json.js'
import type { Repeats } from '../mapping/sketch.js'
import { dateOf } from '../mapping/times.js'
import { patternParts } from './pattern-parts.js'

/**
 * How an event of Graph's repeats; null when it does not. Its pattern and range become one rule; what it has besides
 * are exceptions. The pattern alone says what takes place.
 *
 * @see https://learn.microsoft.com/en-us/graph/api/resources/recurrencerange
 */
export const microsoftRepeats = (json: Json): E.Either<Refusal, Repeats | null> => {
  const { recurrence } = json
  if (recurrence === undefined || recurrence === null) {
    return json['type'] === 'seriesMaster'
      ? E.left({ reason: 'Missing', field: 'recurrence' })
      : E.right(null)
  }
  if (!isJson(recurrence)) return E.left({ reason: 'Malformed', field: 'recurrence' })
  const pattern = patternParts(jsonOf(recurrence['pattern']))
  if (E.isLeft(pattern)) return pattern
  const range = rangeParts(jsonOf(recurrence['range']))
  if (E.isLeft(range)) return range
  const rule = [...pattern.right, ...range.right].join(';')
  return E.right({ lines: [`RRULE:${rule}`], start: 'ByItsRule' })
}

/** The last day counts whole, on the series' own clock: lenient reading takes a date for that. */
const rangeParts = (range: Json): E.Either<Refusal, readonly string[]> => {
  switch (range['type']) {
    case 'noEnd':
      return E.right([])
    case 'numbered': {
      const count = countOf(range['numberOfOccurrences'])
      return count === null || count === 0
        ? invalid('numberOfOccurrences')
        : E.right([`COUNT=${count}`])
    }
    case 'endDate': {
      const date = dateOf(textOf(range['endDate']))
      return date === null ? invalid('endDate') : E.right([`UNTIL=${date.replaceAll('-', '')}`])
    }
  }
  return invalid('type')
}

const invalid = (field: string): E.Either<Refusal, never> =>
  E.left({ reason: 'InvalidValue', field: `recurrence.range.${field}` })
