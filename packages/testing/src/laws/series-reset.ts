import assert from 'node:assert/strict'
import type { CalendarEvent, RecurrenceId } from '@kalends/core'
import { printRecurrenceId } from '@kalends/core'
import * as fc from 'fast-check'
import { drawnSeries, firstIdsOf } from '../arbitraries/index.js'
import type { SeriesDecider } from './series-deciding.js'
import { byAnn, seriesAfter } from './series-deciding.js'
import { answerTo, isCancelledAt } from './series.js'

const MANY = 40
const GUESTS = ['bob', 'cyd'] as const

/** SERIES-013: asking again for the answers to one occurrence asks every guest, about this one alone. */
export const resettingOneAsksOfOne = (decider: SeriesDecider) =>
  fc.property(drawnSeries(), fc.nat(), ({ event }, nth) => {
    const ids = firstIdsOf(event, MANY)
    const reset = ids.filter((id) => !isCancelledAt(event, id)).at(nth % 5)
    if (reset === undefined) return
    const after = seriesAfter(decider, event, {
      ...{ type: 'PatchOccurrence', ...byAnn, changes: {}, notice: 'Reset' },
      recurrenceId: printRecurrenceId(reset, event.time),
    })
    for (const userId of GUESTS) assert.equal(answerTo(after, userId, reset), 'NeedsAction')
    assert.deepEqual(
      statusesOf(after, ids.filter(not(reset))),
      statusesOf(event, ids.filter(not(reset))),
    )
    assert.equal(answerTo(after, 'ann', reset), answerTo(event, 'ann', reset))
  })

const not = (reset: RecurrenceId) => (id: RecurrenceId) => id !== reset

/** SERIES-014: asking again for the answers to a series asks every guest about every occurrence, and not the organizer. */
export const resettingAllAsksOfAll = (decider: SeriesDecider) =>
  fc.property(drawnSeries(), ({ event }) => {
    const ids = firstIdsOf(event, MANY)
    const after = seriesAfter(decider, event, {
      ...{ type: 'Patch', ...byAnn, changes: {}, notice: 'Reset', calendarOwner: null },
    })
    for (const userId of GUESTS) {
      assert.equal(after.participants.get(userId)?.status, 'NeedsAction')
      for (const id of ids) assert.equal(answerTo(after, userId, id), 'NeedsAction')
    }
    for (const id of ids) assert.equal(answerTo(after, 'ann', id), answerTo(event, 'ann', id))
  })

const statusesOf = (event: CalendarEvent, ids: readonly RecurrenceId[]) =>
  ids.map((id) => GUESTS.map((userId) => answerTo(event, userId, id)))
