import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { parseICalendarSet } from './icalendar-lines.js'
import { openSet } from './open-set.js'
import { type ChangedOccurrence, occurrencesOfSeries } from './overrides.js'
import type { RecurrenceStart } from './recurrence-set.js'

const stamp = (text: string) => Date.parse(`${text}Z`) / 1000
const floating = (text: string): RecurrenceStart => ({
  type: 'Floating',
  localSeconds: stamp(text),
})
const HOUR = { days: 0, seconds: 3600 }

const seriesOf = (lines: readonly string[], changes: readonly ChangedOccurrence[]) => {
  const parsed = parseICalendarSet(lines.join('\r\n'), { mode: 'strict' })
  if (E.isLeft(parsed)) throw new Error(JSON.stringify(parsed.left))
  const open = openSet(parsed.right.set)
  if (E.isLeft(open)) throw new Error(JSON.stringify(open.left))
  const { periods, duration } = parsed.right
  return { open: open.right, periods, duration: duration ?? HOUR, changes }
}

const spans = (
  series: ReturnType<typeof seriesOf>,
  from = -Infinity,
  to = Infinity,
): readonly string[] => {
  const found = occurrencesOfSeries(series, { from, to })
  if (E.isLeft(found)) throw new Error(JSON.stringify(found.left))
  const print = (ms: number) => new Date(ms).toISOString().slice(8, 16)
  return found.right.map(({ startMs, endMs }) => `${print(startMs)}-${print(endMs)}`)
}

const DAILY = ['DTSTART:20270301T090000', 'RRULE:FREQ=DAILY;COUNT=5']

describe('changed occurrences', () => {
  test('are where they went, and not where they were', () => {
    const moved: ChangedOccurrence = {
      recurrenceId: stamp('2027-03-02T09:00:00'),
      range: 'This',
      start: floating('2027-03-20T10:00:00'),
      duration: { days: 0, seconds: 7200 },
    }
    const series = seriesOf(DAILY, [moved])
    expect(spans(series)).toEqual([
      '01T09:00-01T10:00',
      '03T09:00-03T10:00',
      '04T09:00-04T10:00',
      '05T09:00-05T10:00',
      '20T10:00-20T12:00',
    ])
    expect(spans(series, Date.UTC(2027, 2, 2), Date.UTC(2027, 2, 3))).toEqual([])
    expect(spans(series, Date.UTC(2027, 2, 20, 11), Date.UTC(2027, 2, 20, 12))).toHaveLength(1)
  })

  test('THISANDFUTURE moves those that follow by as much, and makes them last as long', () => {
    const following: ChangedOccurrence = {
      recurrenceId: stamp('2027-03-03T09:00:00'),
      range: 'ThisAndFuture',
      start: floating('2027-03-03T08:00:00'),
      duration: { days: 0, seconds: 1800 },
    }
    const single: ChangedOccurrence = {
      recurrenceId: stamp('2027-03-04T09:00:00'),
      range: 'This',
      start: floating('2027-03-04T20:00:00'),
      duration: HOUR,
    }
    expect(spans(seriesOf(DAILY, [following, single]))).toEqual([
      '01T09:00-01T10:00',
      '02T09:00-02T10:00',
      '03T08:00-03T08:30',
      '04T20:00-04T21:00',
      '05T08:00-05T08:30',
    ])
  })

  test('a window far on finds those that THISANDFUTURE moved into it', () => {
    const series = seriesOf(
      ['DTSTART:20270301T090000', 'RRULE:FREQ=WEEKLY'],
      [
        {
          recurrenceId: stamp('2027-03-08T09:00:00'),
          range: 'ThisAndFuture',
          start: floating('2027-03-28T09:00:00'),
          duration: HOUR,
        },
      ],
    )
    // Mondays moved by 20 days are Sundays.
    expect(spans(series, Date.UTC(2057, 2, 4), Date.UTC(2057, 2, 5))).toEqual(['04T09:00-04T10:00'])
    expect(spans(series, Date.UTC(2027, 2, 8), Date.UTC(2027, 2, 28))).toEqual([])
  })

  test('a change outside the set, or of an excluded occurrence, stands', () => {
    const changed: ChangedOccurrence = {
      recurrenceId: stamp('2027-03-02T09:00:00'),
      range: 'This',
      start: floating('2027-03-02T12:00:00'),
      duration: HOUR,
    }
    expect(spans(seriesOf([...DAILY, 'EXDATE:20270302T090000'], [changed]))).toHaveLength(5)
  })

  test('one in a gap is found by either of its readings', () => {
    const lines = ['DTSTART;TZID=America/New_York:20270313T023000', 'RRULE:FREQ=DAILY;COUNT=3']
    for (const reading of ['2027-03-14T02:30:00', '2027-03-14T03:30:00']) {
      const series = seriesOf(lines, [
        {
          recurrenceId: stamp(reading),
          range: 'This',
          start: floating('2027-03-20T00:00:00'),
          duration: HOUR,
        },
      ])
      expect(spans(series)).toEqual(['13T07:30-13T08:30', '15T06:30-15T07:30', '20T00:00-20T01:00'])
    }
  })
})

describe('lengths', () => {
  test('those that began before a window and last into it are in it', () => {
    const series = seriesOf(['DTSTART:20270301T230000', 'DURATION:PT3H', 'RRULE:FREQ=DAILY'], [])
    expect(spans(series, Date.UTC(2027, 2, 3), Date.UTC(2027, 2, 3, 1))).toEqual([
      '02T23:00-03T02:00',
    ])
    expect(spans(series, Date.UTC(2027, 2, 3, 2), Date.UTC(2027, 2, 3, 3))).toEqual([])
  })

  test('a period has its own', () => {
    const lines = [
      'DTSTART:20270301T090000Z',
      'DTEND:20270301T100000Z',
      'RDATE;VALUE=PERIOD:20270302T090000Z/PT5H',
    ]
    expect(spans(seriesOf(lines, []))).toEqual(['01T09:00-01T10:00', '02T09:00-02T14:00'])
  })

  test('days are counted on the clock, seconds exactly', () => {
    const start = 'DTSTART;TZID=Europe/Berlin:20270327T120000'
    expect(spans(seriesOf([start, 'DURATION:P1D'], []))).toEqual(['27T11:00-28T10:00'])
    expect(spans(seriesOf([start, 'DURATION:PT24H'], []))).toEqual(['27T11:00-28T11:00'])
  })
})
