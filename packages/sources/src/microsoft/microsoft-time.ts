import type { EventTime } from '@kalends/core'
import { localDateTimeOfMs, zoneOf } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import type { ImportContext } from '../mapping/import-context.js'
import type { Refusal } from '../mapping/imported.js'
import { isJson, type Json, textOf } from '../mapping/json.js'
import {
  dateOf,
  instantOf,
  localInstantOf,
  type Moment,
  timeBetween,
  zoneFrom,
} from '../mapping/times.js'
import { plannedZone } from './planned-zone.js'

/** When an event of Graph's takes place, in the zone it was planned in. */
export const microsoftTime = (json: Json, context: ImportContext): E.Either<Refusal, EventTime> => {
  const start = momentOf(json, 'start', context)
  if (E.isLeft(start)) return start
  if (start.right === null) return E.left({ reason: 'Missing', field: 'start' })
  const end = momentOf(json, 'end', context)
  if (E.isLeft(end)) return end
  const zone = zoneFrom(null, { field: 'timeZone', otherwise: context.timeZone })
  return E.isLeft(zone) ? zone : timeBetween(start.right, end.right, zone.right)
}

type Read = E.Either<Refusal, Moment | null>

const momentOf = (
  json: Json,
  field: 'start' | 'end',
  { timeZone: otherwise }: ImportContext,
): Read => {
  const value = json[field]
  if (value === undefined || value === null) return E.right(null)
  if (!isJson(value)) return E.left({ reason: 'Malformed', field })
  const text = textOf(value['dateTime'])
  if (text === null) return E.left({ reason: 'Missing', field: `${field}.dateTime` })
  const given = zoneFrom(textOf(value['timeZone']), { field: `${field}.timeZone`, otherwise })
  if (E.isLeft(given)) return given
  const ms = instantOf(text) ?? localInstantOf(text, given.right)
  if (ms === null) return E.left({ reason: 'InvalidValue', field: `${field}.dateTime` })
  if (json['isAllDay'] === true) return wholeDay(text, { ms, json, otherwise, field })
  const planned = zoneFrom(plannedZone(json), { field: 'originalStartTimeZone', otherwise })
  return E.isLeft(planned) ? planned : E.right({ type: 'Instant', ms, timeZone: planned.right })
}

interface AllDayMoment {
  readonly ms: number
  readonly json: Json
  readonly field: string
  readonly otherwise: string | undefined
}

/** All-day events are midnights in any zone; asked for in another zone, they may be the planned one's midnights. */
const wholeDay = (text: string, { ms, json, field, otherwise }: AllDayMoment): Read => {
  const date = dateOf(text.slice(0, 10))
  if (date === null) return E.left({ reason: 'InvalidValue', field: `${field}.dateTime` })
  if (MIDNIGHT.test(text.slice(10))) return E.right({ type: 'Date', date })
  const zone = zoneFrom(plannedZone(json), { field: 'originalStartTimeZone', otherwise })
  if (E.isLeft(zone)) return zone
  const local = localDateTimeOfMs(zoneOf(zone.right).localMsOf(ms))
  const ownDate = dateOf(local.slice(0, 10))
  return ownDate !== null && MIDNIGHT.test(local.slice(10))
    ? E.right({ type: 'Date', date: ownDate })
    : E.left({ reason: 'InvalidValue', field: `${field}.dateTime` })
}

const MIDNIGHT = /^T00:00(?::00(?:\.0*)?)?Z?$/
