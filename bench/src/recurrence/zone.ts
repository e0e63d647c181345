import type { Zone } from '@kalends/core'
import { TimeZoneId, zoneOf } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import type { BenchWindow } from './library.js'

const zoneNamed = (name: string): Zone => {
  const id = TimeZoneId.decode(name)
  if (E.isLeft(id)) throw new Error(`no zone ${name}`)
  return zoneOf(id.right)
}

const zone = zoneNamed('America/New_York')

/** The reading in New York, where every rule of the benchmark begins. */
export const toLocalMs = (instant: number): number => zone.localMsOf(instant)

/** The instant of a reading in New York. */
const toInstant = (localMs: number): number => zone.instantOf(localMs)

/** Between two readings in New York. */
export const windowBetween = (fromLocalMs: number, toLocalMsExclusive: number): BenchWindow => ({
  fromLocalMs,
  toLocalMs: toLocalMsExclusive,
  fromMs: toInstant(fromLocalMs),
  toMs: toInstant(toLocalMsExclusive),
})
