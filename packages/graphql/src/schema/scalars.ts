import { formatInstantUtc, parseStamp, TimeZoneId } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import { badInput } from '../errors/bad-input.js'
import { badInputError } from '../errors/bad-input-error.js'
import type { Builder } from './builder.js'

/** Adds the scalars. What they refuse is refused by the reason that the wire has for it. */
export const addScalars = (builder: Builder): void => {
  builder.scalarType('DateTime', {
    description:
      'A timestamp of ISO 8601 with an offset or `Z`: `2027-03-08T09:00:00Z`. Answers are in UTC.',
    serialize: (instant) => formatInstantUtc(instant),
    parseValue: (value) => {
      const stamp = typeof value === 'string' ? parseStamp(value) : null
      if (stamp !== null && E.isRight(stamp)) return stamp.right
      throw badInputError(INVALID_DATE)
    },
  })
  builder.scalarType('Cursor', {
    description: 'Names an edge. Opaque; of use to the same viewer, beside the same filters.',
    serialize: (cursor) => cursor,
    parseValue: (value) => {
      if (typeof value === 'string') return value
      throw badInputError(badInput('INVALID_CURSOR', 'Invalid cursor'))
    },
  })
  builder.scalarType('TimeZone', {
    description: 'The IANA name of a time zone: `Europe/Berlin`.',
    serialize: (zone) => zone,
    parseValue: (value) => {
      const zone = TimeZoneId.decode(value)
      if (E.isRight(zone)) return zone.right
      throw badInputError(badInput('INVALID_TIME_ZONE', 'Invalid time zone: use an IANA name'))
    },
  })
  builder.scalarType('JSON', {
    description: 'Any JSON value. Only in answers.',
    serialize: (value) => value,
    parseValue: () => {
      throw badInputError(badInput('NOT_SUPPORTED', 'JSON is only in answers'))
    },
  })
}

const INVALID_DATE = badInput(
  'INVALID_DATE_FORMAT',
  'Invalid date format: use ISO 8601 with an offset, like 2025-07-01T00:00:00Z',
)
