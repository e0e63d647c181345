import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { formatInZone, TimeZoneId, zoneOf } from '../time/index.js'
import { EventTimeCodec } from './event-time.js'
import type { TimeSlot } from './time-slot.js'
import { endsBeforeItStarts, mergeTime } from './time-slot.js'

const merged = (...slots: readonly TimeSlot[]) => {
  const result = slots.reduce<ReturnType<typeof mergeTime> | null>(
    (prior, slot) =>
      prior !== null && E.isRight(prior) ? mergeTime(prior.right, slot) : mergeTime(null, slot),
    null,
  )
  if (result === null || E.isLeft(result)) return result?.left
  const time = result.right
  if (time.type === 'AllDay') return time
  const zone = zoneOf(time.timeZone)
  return [formatInZone(time.start, zone), formatInZone(time.end, zone), time.timeZone]
}

const newYork = {
  start: '2027-03-08T09:00:00',
  end: '2027-03-08T10:00:00',
  timeZone: 'America/New_York',
}

describe('mergeTime', () => {
  test('reads local times in the zone and prints its offset', () => {
    expect(merged(newYork)).toEqual([
      '2027-03-08T09:00:00-05:00',
      '2027-03-08T10:00:00-05:00',
      'America/New_York',
    ])
  })

  test('stamps keep their instant in any zone; without a zone it is UTC', () => {
    const stamps = { start: '2027-03-08T09:00:00-05:00', end: '2027-03-08T16:00:00.0009+01:00' }
    expect(merged(stamps)).toEqual(['2027-03-08T14:00:00Z', '2027-03-08T15:00:00Z', 'UTC'])
  })

  test('a patch reads local times in the zone the event has', () => {
    expect(merged(newYork, { end: '2027-03-08T11:30' })).toEqual([
      '2027-03-08T09:00:00-05:00',
      '2027-03-08T11:30:00-05:00',
      'America/New_York',
    ])
  })

  test('another zone keeps the instants', () => {
    expect(merged(newYork, { timeZone: 'Europe/Berlin' })).toEqual([
      '2027-03-08T15:00:00+01:00',
      '2027-03-08T16:00:00+01:00',
      'Europe/Berlin',
    ])
  })

  test('a time in a gap takes the offset before it, one in a fold is the first', () => {
    expect(
      merged({
        start: '2027-03-14T02:30:00',
        end: '2027-11-07T01:30:00',
        timeZone: 'America/New_York',
      }),
    ).toEqual(['2027-03-14T03:30:00-04:00', '2027-11-07T01:30:00-04:00', 'America/New_York'])
  })

  test('a patch of an event without a zone reads local times in UTC', () => {
    const day = { start: '2027-03-08', end: '2027-03-09', allDay: true }
    const timed = { start: '2027-03-08T09:00', end: '2027-03-08T10:00', allDay: false }
    expect(merged(day, timed)).toEqual(['2027-03-08T09:00:00Z', '2027-03-08T10:00:00Z', 'UTC'])
  })

  test('all-day events are dates, the last one not included', () => {
    const day = { start: '2027-03-08', end: '2027-03-09', allDay: true }
    expect(merged(day)).toMatchObject({ type: 'AllDay', start: '2027-03-08', end: '2027-03-09' })
    expect(merged(day, { end: '2027-03-10' })).toMatchObject({ end: '2027-03-10' })
    expect(merged(day, { end: '2027-03-07' })).toEqual({ type: 'InvalidTimeRange' })
  })

  test.each([
    ['a local time without a zone', { ...newYork, timeZone: null }, 'start', 'NoOffset'],
    ['a date for a time', { ...newYork, start: '2027-03-08' }, 'start', 'NotATimestamp'],
    ['a time for a date', { ...newYork, allDay: true }, 'start', 'NotADate'],
    ['a day that does not exist', { ...newYork, end: '2027-02-30T10:00:00Z' }, 'end', 'OutOfRange'],
    ['such a day, local', { ...newYork, end: '2027-02-30T10:00:00' }, 'end', 'OutOfRange'],
    ['an unknown zone', { ...newYork, timeZone: 'Mars/Olympus' }, 'timeZone', 'UnknownTimeZone'],
    ['a missing end', { start: '2027-03-08T10:00:00Z' }, 'end', 'Required'],
  ])('refuses %s and names the field', (_what, slot: TimeSlot, field, reason) => {
    const result = mergeTime(null, slot)
    expect(result).toMatchObject(E.left({ type: 'InvalidFields' }))
    expect(JSON.stringify(result)).toContain(JSON.stringify({ path: ['timeSlot', field], reason }))
  })
})

describe('endsBeforeItStarts', () => {
  const [early, late] = ['2027-03-08T09:00:00Z', '2027-03-08T10:00:00Z']

  test.each([
    ['stamps', { start: late, end: early }],
    ['dates', { start: '2027-03-09', end: '2027-03-08' }],
    ['dates of an all-day event', { start: '2027-03-09', end: '2027-03-08', allDay: true }],
    ['local times', { ...newYork, end: '2027-03-08T08:00:00' }],
  ])('%s in the wrong order', (_, slot) => {
    expect(endsBeforeItStarts(slot)).toBe(true)
  })

  test.each([
    ['one edge', { end: early }],
    ['the right order', { start: early, end: late }],
    ['no length', { start: early, end: early }],
    [
      'local times of a zone that is stored',
      { start: '2027-03-08T09:00', end: '2027-03-08T08:00' },
    ],
    ['what is of no form', { start: 'b', end: 'a' }],
  ])('not: %s', (_, slot) => {
    expect(endsBeforeItStarts(slot)).toBe(false)
  })
})

describe('EventTimeCodec', () => {
  const zone = (id: string) => {
    const decoded = TimeZoneId.decode(id)
    if (E.isLeft(decoded)) throw new Error(id)
    return decoded.right
  }
  const timed = (start: string, timeZone: string) => ({
    type: 'Timed',
    start,
    end: start,
    timeZone,
  })

  test('tells the two readings of a fold apart', () => {
    for (const start of ['2027-11-07T01:30:00-04:00', '2027-11-07T01:30:00-05:00']) {
      const stored = timed(start, 'America/New_York')
      const decoded = EventTimeCodec.decode(stored)
      expect(E.isRight(decoded) && EventTimeCodec.encode(decoded.right)).toEqual(stored)
    }
  })

  test('keeps the wall clock when the zone no longer has the stored offset', () => {
    const decoded = EventTimeCodec.decode(timed('2027-07-01T09:00:00-03:00', 'America/New_York'))
    expect(E.isRight(decoded) && EventTimeCodec.encode(decoded.right)).toEqual(
      timed('2027-07-01T09:00:00-04:00', 'America/New_York'),
    )
  })

  test('keeps the instant at the end of time, where a local reading has no year', () => {
    const last = {
      type: 'Timed',
      start: 0,
      end: 253_402_300_799_999,
      timeZone: zone('Asia/Tokyo'),
    } as const
    expect(EventTimeCodec.decode(EventTimeCodec.encode(last))).toEqual(E.right(last))
  })
})

describe('mergeTime: names each edge that is wrong, and no other', () => {
  const problem = (edge: 'start' | 'end', reason: string) => ({ path: ['timeSlot', edge], reason })
  const invalid = (...problems: readonly ReturnType<typeof problem>[]) => ({
    type: 'InvalidFields',
    problems,
  })
  const stamp = '2027-03-08T09:00:00Z'

  test('a missing one', () => {
    expect(merged({ end: stamp })).toEqual(invalid(problem('start', 'Required')))
    expect(merged({ start: stamp })).toEqual(invalid(problem('end', 'Required')))
    expect(merged({})).toEqual(invalid(problem('start', 'Required'), problem('end', 'Required')))
  })

  test('one that is no date', () => {
    const [day, none] = ['2027-03-08', 'today']
    expect(merged({ start: none, end: day, allDay: true })).toEqual(
      invalid(problem('start', 'NotADate')),
    )
    expect(merged({ start: day, end: none, allDay: true })).toEqual(
      invalid(problem('end', 'NotADate')),
    )
  })

  test('one that is no time', () => {
    expect(merged({ start: 'nine', end: stamp })).toEqual(
      invalid(problem('start', 'NotATimestamp')),
    )
    expect(merged({ start: stamp, end: 'nine' })).toEqual(invalid(problem('end', 'NotATimestamp')))
    expect(merged({ start: '2027-03-08T09:00:00', end: stamp })).toEqual(
      invalid(problem('start', 'NoOffset')),
    )
  })
})

describe('mergeTime: the smallest', () => {
  test('a day that ends on itself, and digits finer than a millisecond', () => {
    const day = { start: '2027-03-08', end: '2027-03-08', allDay: true }
    expect(merged(day)).toMatchObject({ start: '2027-03-08', end: '2027-03-08' })
    expect(
      merged({ ...newYork, start: '2027-03-08T09:00:00.123456', end: '2027-03-08T10:00:00.1239' }),
    ).toEqual([
      '2027-03-08T09:00:00.123-05:00',
      '2027-03-08T10:00:00.123-05:00',
      'America/New_York',
    ])
  })
})
