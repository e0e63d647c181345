import assert from 'node:assert/strict'
import type { ParticipationStatus } from '@kalends/core'
import { occurrenceTime, openSeries, printRecurrenceId, zoneOf } from '@kalends/core'
import * as fc from 'fast-check'
import { drawnSeries, seriesAndWindow } from '../arbitraries/index.js'
import type { SeriesReader } from './series.js'
import { answerTo, isCancelledAt, placeOf, readOf, walkWith } from './series.js'

const STATUSES = ['NeedsAction', 'Accepted', 'Declined', 'Tentative'] as const

/** SERIES-007: an occurrence has its own answer if it was given one, else that to the series; filters go by it. */
export const ownAnswersComeFirst = (reader: SeriesReader) =>
  fc.property(
    seriesAndWindow(),
    fc.subarray<ParticipationStatus>([...STATUSES], { minLength: 1 }),
    ({ event, viewerZone, window }, answers) => {
      const walk = walkWith({ window, zone: zoneOf(viewerZone) })
      const all = readOf(reader, event, walk)
      for (const { recurrenceId, status } of all)
        assert.equal(status, answerTo(event, 'bob', recurrenceId))
      const asked = all.filter(({ status }) => status !== null && answers.includes(status))
      assert.deepEqual(readOf(reader, event, { ...walk, answers }), asked)
    },
  )

/** SERIES-008: asked for answers that the series did not get, a listing ends, also of one that has no end itself. */
export const filteringByAnswersEnds = (reader: SeriesReader) =>
  fc.property(drawnSeries(), ({ event }) => {
    const bob = event.participants.get('bob')
    assert.ok(bob)
    if (!openSeries(event).isEndless()) return
    const answers = STATUSES.filter((status) => status !== bob.status)
    const expected = [...bob.occurrences]
      .filter(([id, { status }]) => status !== bob.status && !isCancelledAt(event, id))
      .map(([id]) => id)
    const read = readOf(reader, event, walkWith({ answers }))
    assert.deepEqual(new Set(read.map(({ recurrenceId }) => recurrenceId)), new Set(expected))
    assert.equal(read.length, expected.length)
  })

/** SERIES-009: a cancelled occurrence leaves the list, is in that of the cancelled ones, and is found by its name. */
export const cancelledOnesAreFoundByName = (reader: SeriesReader) =>
  fc.property(drawnSeries(), ({ event, viewerZone }) => {
    const zone = zoneOf(viewerZone)
    const cancelled = [...event.overrides.keys()].filter((id) => isCancelledAt(event, id))
    const ends = cancelled.map((id) => placeOf(event, id, zone).start)
    const window = { ...walkWith({}).window, startTo: Math.max(0, ...ends) }
    const namesOf = (which: 'Standing' | 'Cancelled') =>
      readOf(reader, event, walkWith({ window, zone, which })).map((each) => each.recurrenceId)
    const standing = new Set(namesOf('Standing'))
    assert.deepEqual(new Set(namesOf('Cancelled')), new Set(cancelled))
    for (const id of cancelled) {
      assert.ok(!standing.has(id), 'is still listed')
      const found = reader.find(event, printRecurrenceId(id, event.time))
      assert.equal(found?.status, 'Cancelled')
      const { time } = event.overrides.get(id) ?? {}
      assert.deepEqual(found.time, time ?? occurrenceTime(event.time, id))
    }
  })
