import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { idOf } from '../../test/event/import.js'
import { create, eventAfter, patch, timeOf } from '../../test/event/series.js'
import { date } from '../../test/series.js'
import { EventTimeCodec } from './event-time.js'
import { defaultLimits } from './limits.js'
import { printRecurrence } from './print-recurrence.js'
import { readRecurrence } from './read-recurrence.js'
import { occurrenceTime, recurrenceIdAt } from './series.js'

const weekly = eventAfter(create(['RRULE:FREQ=WEEKLY']))
const days = timeOf({ start: '2027-03-08', end: '2027-03-10', allDay: true })
const noon = timeOf({ start: '2027-03-08T12:00:00Z', end: '2027-03-08T13:00:00Z' })

describe('recurrenceIdAt', () => {
  test('takes the whole text, in the form of the series’ kind', () => {
    const whole = { time: days, recurrence: ['RRULE:FREQ=WEEKLY'] }
    expect(recurrenceIdAt(weekly, '20270315T130000Z')).toBe('2027-03-15T09:00:00')
    expect(recurrenceIdAt(whole, '20270315')).toBe('2027-03-15T00:00:00')
    for (const text of ['x20270315T130000Z', '20270315T130000Zx', '20270315T130000', '20270315']) {
      expect(recurrenceIdAt(weekly, text)).toBeNull()
    }
    for (const text of ['x20270315', '202703150', '20270315T000000Z']) {
      expect(recurrenceIdAt(whole, text)).toBeNull()
    }
  })
})

test('occurrenceTime: all-day ones last as many days as the first', () => {
  expect(occurrenceTime(days, idOf('2027-03-29T00:00:00'))).toEqual({
    ...days,
    start: date('2027-03-29'),
    end: date('2027-03-31'),
  })
})

describe('a series that was all-day and is timed now', () => {
  test('has its changed occurrences on the days they were moved to, as far on as it was itself', () => {
    const series = create(['RRULE:FREQ=WEEKLY'], days)
    const moved = {
      ...({
        type: 'PatchOccurrence',
        actor: 'ann',
        at: 0,
        commandId: 'c',
        ifRevision: null,
      } as const),
      ...({ recurrenceId: '20270315', notice: 'Default' } as const),
      changes: { timeSlot: { start: '2027-03-17', end: '2027-03-18' } },
    }
    const slot = {
      ...{ start: '2027-03-10T09:00:00Z', end: '2027-03-10T10:00:00Z' },
      ...{ allDay: false, timeZone: 'UTC' },
    }
    const event = eventAfter(series, moved, patch({ timeSlot: slot }))
    expect([...event.overrides.values()].map(({ time }) => time?.start)).toEqual(['2027-03-19'])
  })
})

describe('printRecurrence', () => {
  const day = (n: number) => Date.UTC(2027, 2, n, 12) / 1000

  test('has dates in order, each once, and none that four digits of a year cannot write', () => {
    const dates = [day(20), day(9), day(20), -62_135_596_801, 253_402_300_800]
    expect(printRecurrence({ rule: null, dates, excluded: [] }, noon)).toEqual([
      'RDATE:20270309T120000Z,20270320T120000Z',
    ])
    const edges = [253_402_300_799, -62_135_596_800]
    expect(printRecurrence({ rule: null, dates: [], excluded: edges }, noon)).toEqual([
      'EXDATE:00010101T000000Z,99991231T235959Z',
    ])
  })
})

describe('readRecurrence: the form of its lines', () => {
  const refusalOf = (lines: readonly string[], limits = defaultLimits) => {
    const read = readRecurrence(noon, lines, limits)
    return E.isLeft(read) && read.left.type === 'InvalidRecurrence' ? read.left.refusal : null
  }

  test('may be as long as the limit, line breaks counted', () => {
    const lines = ['RRULE:FREQ=DAILY', 'EXDATE:20270309T120000Z']
    const recurrenceLength = lines.join('').length + 2
    expect(refusalOf(lines, { ...defaultLimits, recurrenceLength })).toBeNull()
    const limit = recurrenceLength - 1
    expect(refusalOf(lines, { ...defaultLimits, recurrenceLength: limit })).toEqual({
      type: 'TooLong',
      part: 'recurrence',
      limit,
    })
  })

  test('says what is missing, twice there, or not known, in at most 100 characters', () => {
    expect(refusalOf([])).toEqual({ type: 'MissingPart', part: 'RRULE' })
    expect(refusalOf(['RRULE:FREQ=DAILY', 'RRULE:FREQ=DAILY'])).toEqual({
      type: 'RepeatedPart',
      part: 'RRULE',
    })
    const long = 'X'.repeat(200)
    expect(refusalOf([long])).toEqual({ type: 'UnknownPart', part: long.slice(0, 100) })
    const broken = `RDATE:${long}\n`
    expect(refusalOf([broken])).toEqual({
      type: 'InvalidValue',
      part: 'RDATE',
      value: broken.slice(0, 100),
    })
    expect(refusalOf(['RRULE;X=1:FREQ=DAILY'])).toEqual({
      type: 'InvalidValue',
      part: 'RRULE',
      value: 'RRULE;X=1:FREQ=DAILY',
    })
    expect(refusalOf([':RRULE:FREQ=DAILY'])?.type).toBe('UnknownPart')
  })
})

describe('EventTimeCodec', () => {
  const stored = {
    ...{ type: 'Timed', timeZone: 'America/New_York' },
    ...{ start: '2027-03-08T09:00:00-05:00', end: '2027-03-08T10:00:00-05:00' },
  }

  test('refuses an edge that is no stamp', () => {
    expect(E.isRight(EventTimeCodec.decode(stored))).toBe(true)
    for (const broken of ['2027-03-08T09:00:00', 'nine', '2027-13-08T09:00:00-05:00']) {
      expect(E.isLeft(EventTimeCodec.decode({ ...stored, start: broken }))).toBe(true)
      expect(E.isLeft(EventTimeCodec.decode({ ...stored, end: broken }))).toBe(true)
    }
  })
})
