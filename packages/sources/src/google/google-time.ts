import * as E from 'fp-ts/lib/Either.js'
import type { ImportContext } from '../mapping/import-context.js'
import type { Refusal } from '../mapping/imported.js'
import { isJson, type Json, textOf } from '../mapping/json.js'
import { dateOf, instantOf, localInstantOf, type Moment, zoneFrom } from '../mapping/times.js'

/** Reads `start`, `end` or `originalStartTime` of an item; null when it is not there. */
export const googleMoment = (
  json: Json,
  field: 'start' | 'end' | 'originalStartTime',
  { timeZone }: ImportContext,
): E.Either<Refusal, Moment | null> => {
  const value = json[field]
  if (value === undefined || value === null) return E.right(null)
  if (!isJson(value)) return E.left({ reason: 'Malformed', field })
  const day = textOf(value['date'])
  if (day !== null) {
    const date = dateOf(day)
    return date === null
      ? E.left({ reason: 'InvalidValue', field: `${field}.date` })
      : E.right({ type: 'Date', date })
  }
  const text = textOf(value['dateTime'])
  if (text === null) return E.left({ reason: 'Missing', field: `${field}.dateTime` })
  const zone = zoneFrom(textOf(value['timeZone']), {
    field: `${field}.timeZone`,
    otherwise: timeZone,
  })
  if (E.isLeft(zone)) return zone
  // Without an offset it is local, as the API takes it in requests.
  const ms = instantOf(text) ?? localInstantOf(text, zone.right)
  return ms === null
    ? E.left({ reason: 'InvalidValue', field: `${field}.dateTime` })
    : E.right({ type: 'Instant', ms, timeZone: zone.right })
}
