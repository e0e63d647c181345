import type { EventTime } from '@kalends/core'
import { UTC } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Refusal } from '../mapping/imported.js'
import { type Json, textOf } from '../mapping/json.js'
import { dateOf, instantOf, type Moment } from '../mapping/times.js'

/**
 * When an occurrence would start unchanged: `originalStart`, or the day at the end of `occurrenceId`; one that was not
 * changed starts where it starts.
 */
export const originalStart = (json: Json, time: EventTime): E.Either<Refusal, Moment> => {
  const text = textOf(json['originalStart'])
  const ms = instantOf(text)
  const day = dateOf(text?.slice(0, 10) ?? textOf(json['occurrenceId'])?.slice(-10) ?? null)
  if (ms !== null && time.type === 'Timed') return E.right({ type: 'Instant', ms, timeZone: UTC })
  if (day !== null) return E.right({ type: 'Date', date: day })
  if (text !== null) return E.left({ reason: 'InvalidValue', field: 'originalStart' })
  if (json['type'] !== 'occurrence') return E.left({ reason: 'Missing', field: 'originalStart' })
  return E.right(
    time.type === 'AllDay'
      ? { type: 'Date', date: time.start }
      : { type: 'Instant', ms: time.start, timeZone: time.timeZone },
  )
}
