import assert from 'node:assert/strict'
import type { CalendarEvent, RecurrenceId } from '@kalends/core'
import { printRecurrenceId } from '@kalends/core'
import * as fc from 'fast-check'
import { drawnSeries, firstIdsOf } from '../arbitraries/index.js'
import type { SeriesDecider } from './series-deciding.js'
import { sidesOf, slotStartOf } from './series-deciding.js'

/** So many are looked at; those that end must end together. */
const LOOK = 80

/** Further than any exception is drawn. */
const FAR = 400

/**
 * SERIES-011: a split series takes place as before, its past and its future together, and each change of an occurrence
 * and each answer is kept on its side.
 */
export const splittingKeepsEverything = (decider: SeriesDecider) =>
  fc.property(drawnSeries(), fc.nat(45), ({ event }, place) => {
    const ids = firstIdsOf(event, LOOK)
    const index = place % Math.min(ids.length, LOOK - 5)
    const id = ids[index]
    assert.ok(id !== undefined)
    const sides = sidesOf(decider, event, printRecurrenceId(id, event.time))
    if (sides === null) {
      assert.equal(index, 0, 'did not split')
      return
    }
    const [past, future] = sides
    const starts = ids.map((each) => slotStartOf(event, each))
    assert.deepEqual(startsOf(past, LOOK), starts.slice(0, index))
    assert.deepEqual(startsOf(future, LOOK - index), starts.slice(index))
    const cut = slotStartOf(event, id)
    for (const said of [changesIn, answersIn('ann'), answersIn('bob'), answersIn('cyd')]) {
      assert.deepEqual(
        said(past),
        said(event).filter(([start]) => start < cut),
      )
      assert.deepEqual(
        said(future),
        said(event).filter(([start]) => start >= cut),
      )
    }
    for (const side of sides) {
      assert.deepEqual(standingsOf(side), standingsOf(event))
      const there = new Set(firstIdsOf(side, FAR))
      for (const each of side.overrides.keys()) assert.ok(there.has(each), `${each} is nothing's`)
    }
  })

const startsOf = (event: CalendarEvent, limit: number): readonly number[] =>
  firstIdsOf(event, limit).map((id) => slotStartOf(event, id))

type Said = readonly (readonly [number, unknown])[]

const bySlot = (event: CalendarEvent, said: ReadonlyMap<RecurrenceId, unknown>): Said =>
  [...said].map(([id, each]) => [slotStartOf(event, id), each] as const).sort(([a], [b]) => a - b)

const changesIn = (event: CalendarEvent): Said => bySlot(event, event.overrides)

const answersIn =
  (userId: string) =>
  (event: CalendarEvent): Said =>
    bySlot(event, event.participants.get(userId)?.occurrences ?? new Map<RecurrenceId, unknown>())

const standingsOf = ({ participants }: CalendarEvent) =>
  [...participants.values()].map(({ userId, status, answer }) => ({ userId, status, answer }))
