import assert from 'node:assert/strict'
import type { CalendarEvent, RecurrenceId } from '@kalends/core'
import {
  closeWindow,
  DAY_MS,
  daysOfLocalDate,
  MAX_INSTANT,
  occurrenceTime,
  openSeries,
  overlapping,
  boundsIn,
  printRecurrenceId,
  secondsOfRecurrenceId,
  zoneOf,
} from '@kalends/core'
import * as fc from 'fast-check'
import {
  drawnSeries,
  excluding,
  dateLines,
  seriesAndWindow,
  readingsOf,
} from '../arbitraries/index.js'
import type { SeriesReader } from './series.js'
import { idsUntil, isCancelledAt, placeOf, readOf, walkWith } from './series.js'

/** SERIES-004: a moved occurrence is found where it went, not where it was, and by the name that it had there. */
export const foundWhereItWent = (reader: SeriesReader) =>
  fc.property(drawnSeries(), ({ event, viewerZone }) => {
    const zone = zoneOf(viewerZone)
    for (const id of movedIn(event)) {
      const went = placeOf(event, id, zone)
      const was = boundsIn(occurrenceTime(event.time, id), zone)
      const namesFrom = (start: number, end: number) =>
        readOf(
          reader,
          event,
          walkWith({ window: closeWindow(overlapping(start, Math.max(end, start + 1))), zone }),
        ).map(({ recurrenceId }) => recurrenceId)
      assert.ok(namesFrom(went.start, went.end).includes(id), 'is not where it went')
      const isApart = went.end <= was.start || went.start >= Math.max(was.end, was.start + 1)
      if (isApart && went.start !== was.start)
        assert.ok(!namesFrom(was.start, was.end).includes(id), 'is still where it was')
      const found = reader.find(event, printRecurrenceId(id, event.time))
      assert.deepEqual(found?.time, event.overrides.get(id)?.time)
    }
  })

const movedIn = (event: CalendarEvent): readonly RecurrenceId[] =>
  [...event.overrides].flatMap(([id, { time }]) =>
    time === undefined || isCancelledAt(event, id) ? [] : [id],
  )

/** SERIES-005: EXDATE takes away what RRULE yields and what RDATE adds, the same time too, and nothing else. */
export const excludingBeatsAddingToASeries = (reader: SeriesReader) =>
  fc.property(drawnSeries(), fc.array(fc.nat(20), { minLength: 1 }), ({ plain }, indexes) => {
    const readings = readingsOf(plain, indexes)
    const added = {
      ...plain,
      recurrence: [...(plain.recurrence ?? []), ...dateLines('RDATE', readings, plain.time)],
    }
    const event = excluding(added, readings)
    if (event === added) return
    const horizon = Math.max(...readings) * 1000 + 30 * DAY_MS
    const until = openSeries(plain).isEndless() ? horizon : MAX_INSTANT
    const walk = walkWith({ window: { ...walkWith({}).window, startTo: until } })
    const names = readOf(reader, event, walk).map(({ recurrenceId }) => recurrenceId)
    const isLeft = (id: RecurrenceId) => !readings.includes(secondsOfRecurrenceId(id))
    const expected = idsUntil(plain, until).filter(
      (id) => isLeft(id) && placeOf(plain, id, walk.zone).start <= until,
    )
    assert.deepEqual(names, expected)
  })

/** SERIES-006: an all-day occurrence begins with its date in the zone of whoever looks, or with the next that is there. */
export const daysAreThoseOfTheViewer = (reader: SeriesReader) =>
  fc.property(seriesAndWindow(), ({ plain, viewerZone, window }) => {
    if (plain.time.type === 'Timed') return
    const zone = zoneOf(viewerZone)
    const dayAt = (instant: number) => Math.floor(zone.localMsOf(instant) / DAY_MS)
    const lasting = daysOfLocalDate(plain.time.end) - daysOfLocalDate(plain.time.start)
    const read = readOf(reader, plain, walkWith({ window, zone }))
    for (const { recurrenceId, start, end } of read) {
      const day = secondsOfRecurrenceId(recurrenceId) / 86_400
      assert.ok(dayAt(start) >= day && dayAt(start - 1) < day, 'begins on another date')
      assert.ok(dayAt(end) >= day + lasting && dayAt(end - 1) < day + lasting, 'ends on another')
    }
  })
