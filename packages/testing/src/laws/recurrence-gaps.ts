import assert from 'node:assert/strict'
import type { Zone } from '@kalends/core'
import { DAY_MS, zoneOf } from '@kalends/core'
import * as fc from 'fast-check'
import { nightSet } from '../arbitraries/index.js'
import type { RecurrenceEngine } from './recurrence.js'

/**
 * RECUR-014: a set in a zone occurs when the clock there shows what the same set without a zone says; a time that
 * the clock skips is meant by the offset before the gap, one that it shows twice the first time.
 *
 * Asked in the nights in which clocks change. Not asked: rules within a day, which leave skipped times out.
 */
export const zonesReadTheSameClock = (engine: RecurrenceEngine) =>
  fc.property(nightSet(), ({ set, from, to }) => {
    const { start } = set
    if (start.type !== 'Zoned') return
    const zone = zoneOf(start.timeZone)
    const floating = { type: 'Floating', localSeconds: start.localSeconds } as const
    const local = engine.open({ ...set, start: floating })
    const read = local?.within(from - 2 * DAY_MS, to + 2 * DAY_MS) ?? []
    const meant = new Set(read.map((localMs) => meantBy(zone, localMs)))
    assert.deepEqual(
      engine.open(set)?.within(from, to) ?? [],
      [...meant].filter((at) => at >= from && at < to).toSorted((a, b) => a - b),
    )
  })

/** By its definition: nothing of a zone is asked but what its clock shows. */
const meantBy = (zone: Zone, localMs: number): number => {
  const [before, after] = [localMs - DAY_MS, localMs + DAY_MS].map(
    (around) => localMs - (zone.localMsOf(around) - around),
  )
  if (before === undefined || after === undefined) return localMs
  if (zone.localMsOf(before) === localMs) return before
  return zone.localMsOf(after) === localMs ? after : before
}
