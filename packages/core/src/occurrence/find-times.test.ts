import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import {
  DAY_MS,
  formatInstantUtc,
  HOUR_MS,
  MAX_INSTANT,
  MIN_INSTANT,
  MINUTE_MS,
} from '../time/index.js'
import type { BusyInterval } from './free-busy.js'
import { findTimes } from './find-times.js'
import { timeSearch } from './time-search.js'
import type { Attendee, TimeSearchRequest } from './time-search-request.js'
import type { LocalHours, WorkingHours } from './working-hours.js'

const at = (stamp: string): number => Date.parse(stamp)

type BusyOf = Readonly<Record<string, readonly BusyInterval[]>>

const found = (request: TimeSearchRequest, busy: BusyOf = {}) => {
  const search = timeSearch(request)
  if (E.isLeft(search)) throw new Error(JSON.stringify(search.left))
  return findTimes(search.right, new Map(Object.entries(busy)))
}

const startsOf = (request: TimeSearchRequest, busy: BusyOf = {}): readonly string[] =>
  found(request, busy).map(({ start }) => formatInstantUtc(start))

const refusalOf = (request: TimeSearchRequest) => {
  const search = timeSearch(request)
  return E.isLeft(search) ? search.left : null
}

const daily = (...ranges: readonly LocalHours[]): WorkingHours => ({
  MO: ranges,
  TU: ranges,
  WE: ranges,
  TH: ranges,
  FR: ranges,
  SA: ranges,
  SU: ranges,
})

const in9to5 = (userId: string, timeZone: string): Attendee => ({
  userId,
  timeZone,
  workingHours: daily({ from: '09:00', to: '17:00' }),
})

const busyFrom = (start: string, end: string): BusyInterval => ({
  start: at(start),
  end: at(end),
  type: 'Busy',
})

/** Monday 2027-03-08, an hour at a time. */
const monday: TimeSearchRequest = {
  from: at('2027-03-08T00:00:00Z'),
  to: at('2027-03-09T00:00:00Z'),
  durationMs: HOUR_MS,
  count: 1000,
  granularityMs: HOUR_MS,
  required: [],
}

describe('findTimes', () => {
  test('finds the first times at which all who are required work and are free', () => {
    const request = {
      ...monday,
      required: [in9to5('ann', 'Europe/Lisbon'), in9to5('bob', 'America/New_York')],
      granularityMs: 15 * MINUTE_MS,
      count: 3,
    }
    // Lisbon works from 09:00 to 17:00 in UTC, New York from 14:00 to 22:00.
    const ann = [busyFrom('2027-03-08T14:00:00Z', '2027-03-08T14:40:00Z')]
    expect(startsOf(request, { ann })).toEqual([
      '2027-03-08T14:45:00Z',
      '2027-03-08T15:00:00Z',
      '2027-03-08T15:15:00Z',
    ])
  })

  test('a time may begin where a busy one ends, and end where one begins or the window ends', () => {
    const ann = [
      busyFrom('2027-03-08T01:00:00Z', '2027-03-08T10:00:00Z'),
      busyFrom('2027-03-08T11:00:00Z', '2027-03-08T23:00:00Z'),
    ]
    const expected = ['2027-03-08T00:00:00Z', '2027-03-08T10:00:00Z', '2027-03-08T23:00:00Z']
    expect(startsOf({ ...monday, required: [{ userId: 'ann' }] }, { ann })).toEqual(expected)
  })

  test('with nobody asked every time of the window is found, also the one that fills it', () => {
    expect(startsOf(monday)).toHaveLength(24)
    expect(startsOf({ ...monday, durationMs: DAY_MS })).toEqual(['2027-03-08T00:00:00Z'])
    expect(startsOf({ ...monday, durationMs: DAY_MS + 1 })).toEqual([])
  })

  test('who is busy into the next day is not free when that day begins', () => {
    const request = { ...monday, to: monday.from + 2 * DAY_MS, required: [in9to5('ann', 'UTC')] }
    const ann = [busyFrom('2027-03-08T10:00:00Z', '2027-03-09T16:00:00Z')]
    expect(startsOf(request, { ann })).toEqual(['2027-03-08T09:00:00Z', '2027-03-09T16:00:00Z'])
  })

  test('enough of the optional ones are free, and it says which', () => {
    const request = {
      ...monday,
      optional: [{ userId: 'ann' }, { userId: 'bob' }, { userId: 'cyd' }],
      minOptional: 2,
    }
    const times = found(request, {
      ann: [busyFrom('2027-03-08T00:00:00Z', '2027-03-08T22:00:00Z')],
      bob: [busyFrom('2027-03-08T01:00:00Z', '2027-03-08T23:00:00Z')],
    })
    expect(times.map(({ start, available }) => [new Date(start).getUTCHours(), available])).toEqual(
      [
        [0, ['bob', 'cyd']],
        [22, ['ann', 'cyd']],
        [23, ['ann', 'bob', 'cyd']],
      ],
    )
  })

  test('who is tentatively busy is free only when asked so', () => {
    const request = { ...monday, count: 1, required: [{ userId: 'ann' }] }
    const busy = {
      ann: [{ ...busyFrom('2027-03-08T00:00:00Z', '2027-03-08T05:00:00Z'), type: 'BusyTentative' }],
    } as const
    expect(startsOf(request, busy)).toEqual(['2027-03-08T05:00:00Z'])
    expect(startsOf({ ...request, tentative: 'Free' }, busy)).toEqual(['2027-03-08T00:00:00Z'])
  })

  test('a weekday that is left out is free of work', () => {
    const workingHours: WorkingHours = { TU: [{ from: '09:00', to: '10:00' }] }
    const request = { ...monday, to: monday.from + 9 * DAY_MS }
    expect(startsOf({ ...request, required: [{ userId: 'ann', workingHours }] })).toEqual([
      '2027-03-09T09:00:00Z',
      '2027-03-16T09:00:00Z',
    ])
    expect(startsOf({ ...request, required: [{ userId: 'ann', workingHours: {} }] })).toEqual([])
  })

  test('hours across midnight belong to the day they begin on, and days that touch are one', () => {
    const friday: WorkingHours = { FR: [{ from: '22:00', to: '06:00' }] }
    const week = { ...monday, to: monday.from + 7 * DAY_MS, durationMs: 4 * HOUR_MS }
    const starts = startsOf({ ...week, required: [{ userId: 'ann', workingHours: friday }] })
    expect(starts).toEqual([22, 23, 24, 25, 26].map(hoursAfter('2027-03-12T00:00:00Z')))

    const always = daily({ from: '00:00', to: '24:00' })
    const whole = { ...week, durationMs: 7 * DAY_MS }
    expect(startsOf({ ...whole, required: [{ userId: 'ann', workingHours: always }] })).toEqual([
      '2027-03-08T00:00:00Z',
    ])
  })

  test('each one works by their own clock, 24 hours apart', () => {
    const request = { ...monday, from: monday.from - DAY_MS, to: monday.from + 2 * DAY_MS }
    const early = { MO: [{ from: '08:00', to: '10:00' }] }
    const east = { userId: 'ann', timeZone: 'Pacific/Tongatapu', workingHours: early }
    const west = { userId: 'bob', timeZone: 'Pacific/Pago_Pago', workingHours: early }
    expect(startsOf({ ...request, required: [east] })).toEqual(
      [19, 20].map(hoursAfter('2027-03-07T00:00:00Z')),
    )
    expect(startsOf({ ...request, required: [west] })).toEqual(
      [19, 20].map(hoursAfter('2027-03-08T00:00:00Z')),
    )
    expect(startsOf({ ...request, required: [east, west] })).toEqual([])
  })
})

describe('findTimes: when the clock changes', () => {
  const newYork = 'America/New_York'
  const lordHowe = 'Australia/Lord_Howe'
  const night = { workingHours: daily({ from: '22:00', to: '06:00' }), userId: 'ann' }

  test.each([
    // New York: 02:00 to 03:00 on 14 March, 02:00 to 01:00 on 7 November.
    [newYork, '2027-03-14T03:00:00Z', 7],
    [newYork, '2027-11-07T02:00:00Z', 9],
    // Lord Howe: 02:00 to 01:30 on 4 April, 02:00 to 02:30 on 3 October.
    [lordHowe, '2027-04-03T11:00:00Z', 8.5],
    [lordHowe, '2027-10-02T11:30:00Z', 7.5],
  ])('in %s the night that begins at %s is one of %d hours', (timeZone, start, hours) => {
    const from = at(start)
    const request = { ...monday, from: from - 6 * HOUR_MS, to: from + 15 * HOUR_MS, timeZone }
    const lasting = (durationMs: number) =>
      startsOf({ ...request, durationMs, granularityMs: MINUTE_MS, required: [night] })
    expect(lasting(hours * HOUR_MS)).toEqual([start])
    expect(lasting(hours * HOUR_MS + 1)).toEqual([])
  })

  test('hours of which the gap leaves nothing are none that day; an end in it is shifted', () => {
    const nightOf14 = {
      ...monday,
      from: at('2027-03-14T05:00:00Z'),
      to: at('2027-03-14T12:00:00Z'),
    }
    const lengths = (from: string, to: string) =>
      [15, 30, 90].filter((minutes) => {
        const ann = { userId: 'ann', timeZone: newYork, workingHours: daily({ from, to }) }
        const request = { ...nightOf14, durationMs: minutes * MINUTE_MS, granularityMs: MINUTE_MS }
        return found({ ...request, required: [ann] }).length > 0
      })
    expect(lengths('02:30', '03:00')).toEqual([])
    expect(lengths('02:15', '02:45')).toEqual([15, 30])
    expect(lengths('01:00', '02:30')).toEqual([15, 30, 90])
  })

  test('times begin on the whole hours of the clock, also after it changed by thirty minutes', () => {
    const request = { ...monday, timeZone: lordHowe, durationMs: MINUTE_MS }
    const spring = { ...request, from: at('2027-10-02T14:30:00Z'), to: at('2027-10-02T17:00:00Z') }
    // 01:00+10:30; 02:00 is skipped; 03:00+11:00.
    expect(startsOf(spring)).toEqual(['2027-10-02T14:30:00Z', '2027-10-02T16:00:00Z'])
    const autumn = { ...request, from: at('2027-04-03T14:00:00Z'), to: at('2027-04-03T17:00:00Z') }
    // 01:00+11:00; 01:30+10:30 is no whole hour; 02:00+10:30; 03:00+10:30.
    expect(startsOf(autumn)).toEqual([
      '2027-04-03T14:00:00Z',
      '2027-04-03T15:30:00Z',
      '2027-04-03T16:30:00Z',
    ])
  })

  test('a reading that comes twice begins two times', () => {
    const request = { ...monday, timeZone: newYork, durationMs: MINUTE_MS }
    const autumn = { ...request, from: at('2027-11-07T05:00:00Z'), to: at('2027-11-07T07:00:00Z') }
    expect(startsOf(autumn)).toEqual(['2027-11-07T05:00:00Z', '2027-11-07T06:00:00Z'])
  })

  test('a day that has begun has its hours, also when the clock goes back to the day before', () => {
    // St. John's: 00:01 to 23:01 on 7 November 2010.
    const ann = { userId: 'ann', workingHours: { SU: [{ from: '00:00', to: '01:00' }] } }
    const request = { ...monday, timeZone: 'America/St_Johns', required: [ann] }
    const window = { from: at('2010-11-07T02:00:00Z'), to: at('2010-11-07T03:00:00Z') }
    const minutes = { ...window, durationMs: MINUTE_MS, granularityMs: MINUTE_MS, count: 1 }
    expect(startsOf({ ...request, ...minutes })).toEqual(['2010-11-07T02:30:00Z'])
  })

  test('a step that does not divide the day begins anew at midnight', () => {
    const request = {
      ...monday,
      granularityMs: 7 * HOUR_MS,
      to: monday.from + DAY_MS + 3 * HOUR_MS,
    }
    const hours = [0, 7, 14, 21, 24].map(hoursAfter('2027-03-08T00:00:00Z'))
    expect(startsOf(request)).toEqual(hours)
  })

  test('a day that the zone skipped has no hours, and the night before it goes on after it', () => {
    // Samoa had no Friday 30 December 2011.
    const apia = { timeZone: 'Pacific/Apia', userId: 'ann' }
    const request = { ...monday, from: at('2011-12-29T10:00:00Z'), to: at('2012-01-01T10:00:00Z') }
    const friday = { ...apia, workingHours: { FR: [{ from: '09:00', to: '17:00' }] } }
    expect(startsOf({ ...request, required: [friday] })).toEqual([])
    const thursday = { ...apia, workingHours: { TH: [{ from: '22:00', to: '02:00' }] } }
    expect(startsOf({ ...request, required: [thursday] })).toEqual(
      [8, 9, 10, 11].map(hoursAfter('2011-12-30T00:00:00Z')),
    )
    const after = { ...request, from: at('2011-12-30T10:00:00Z') }
    expect(startsOf({ ...after, required: [thursday] })).toHaveLength(2)
  })
})

describe('timeSearch', () => {
  test('names every field that is out of bounds', () => {
    const request: TimeSearchRequest = {
      from: monday.from,
      to: monday.from + 93 * DAY_MS,
      durationMs: 0,
      count: 1001,
      granularityMs: 1.5,
      minOptional: 2,
      timeZone: 'Mars/Olympus',
      required: [{ userId: 'ann', workingHours: { MO: [{ from: '9:00', to: '24:01' }] } }],
      optional: [
        { userId: 'ann', timeZone: 'PST', workingHours: { SU: [{ from: '09:00', to: '09:00' }] } },
      ],
    }
    const hours = ['required', '0', 'workingHours', 'MO', '0']
    expect(refusalOf(request)).toEqual({
      type: 'InvalidFields',
      problems: [
        { path: ['to'], reason: 'OutOfRange', limit: monday.from + 92 * DAY_MS },
        { path: ['durationMs'], reason: 'OutOfRange', limit: 1 },
        { path: ['granularityMs'], reason: 'OutOfRange' },
        { path: ['count'], reason: 'OutOfRange', limit: 1000 },
        { path: ['minOptional'], reason: 'OutOfRange', limit: 1 },
        { path: ['optional', '0', 'userId'], reason: 'TooMany', limit: 1 },
        { path: ['timeZone'], reason: 'UnknownTimeZone' },
        { path: [...hours, 'from'], reason: 'Malformed' },
        { path: [...hours, 'to'], reason: 'Malformed' },
        { path: ['optional', '0', 'timeZone'], reason: 'UnknownTimeZone' },
        { path: ['optional', '0', 'workingHours', 'SU', '0'], reason: 'Empty' },
      ],
    })
  })

  test('refuses a window that ends where it begins, too many attendees and too many ranges', () => {
    const crowd = Array.from({ length: 101 }, (_, index) => ({ userId: `u${index}` }))
    const problemsOf = (changes: Partial<TimeSearchRequest>) => refusalOf({ ...monday, ...changes })
    const one = (path: readonly string[], reason: string, limit: number) => ({
      type: 'InvalidFields',
      problems: [{ path, reason, limit }],
    })
    expect(problemsOf({ to: monday.from })).toEqual(one(['to'], 'OutOfRange', monday.from + 1))
    expect(problemsOf({ from: NaN })).toEqual({
      type: 'InvalidFields',
      problems: [{ path: ['from'], reason: 'OutOfRange' }],
    })
    expect(problemsOf({ required: crowd })).toEqual(one(['required'], 'TooMany', 100))
    const [first, ...rest] = crowd.map(({ userId }) => ({ userId }))
    expect(problemsOf({ required: first === undefined ? [] : [first], optional: rest })).toEqual(
      one(['optional'], 'TooMany', 99),
    )
    const ranges = Array.from({ length: 25 }, () => ({ from: '09:00', to: '10:00' }))
    const busybody = { userId: 'ann', workingHours: { MO: ranges } }
    const path = ['required', '0', 'workingHours', 'MO']
    expect(problemsOf({ required: [busybody] })).toEqual(one(path, 'TooMany', 24))
  })

  test('takes every bound itself', () => {
    const crowd = Array.from({ length: 100 }, (_, index) => ({ userId: `u${index}` }))
    const ranges = Array.from({ length: 24 }, () => ({ from: '09:00', to: '10:00' }))
    const bounds: readonly Partial<TimeSearchRequest>[] = [
      { required: crowd },
      { required: crowd.slice(0, 50), optional: crowd.slice(50) },
      { required: [{ userId: 'ann', workingHours: { MO: ranges } }] },
      { granularityMs: MINUTE_MS },
      { granularityMs: DAY_MS },
      { count: 1 },
      { to: monday.from + 92 * DAY_MS },
      { from: MIN_INSTANT, to: MIN_INSTANT + 1 },
      { from: MAX_INSTANT - 1, to: MAX_INSTANT },
    ]
    for (const each of bounds) expect(refusalOf({ ...monday, ...each })).toBeNull()
    const beyond = [
      [{ granularityMs: MINUTE_MS - 1 }, 'granularityMs', MINUTE_MS],
      [{ granularityMs: DAY_MS + 1 }, 'granularityMs', DAY_MS],
      [{ from: MIN_INSTANT - 1 }, 'from', MIN_INSTANT],
      [{ from: MAX_INSTANT, to: MAX_INSTANT }, 'from', MAX_INSTANT - 1],
    ] as const
    for (const [changes, field, limit] of beyond) {
      expect(refusalOf({ ...monday, ...changes })).toMatchObject({
        problems: expect.arrayContaining([
          { path: [field], reason: 'OutOfRange', limit },
        ]) as unknown,
      })
    }
  })

  test('names who is listed twice, and where', () => {
    const twice = { required: [{ userId: 'ann' }, { userId: 'ann' }] }
    expect(refusalOf({ ...monday, ...twice })).toEqual({
      type: 'InvalidFields',
      problems: [{ path: ['required', '1', 'userId'], reason: 'TooMany', limit: 1 }],
    })
  })

  test('looks every quarter of an hour unless it is told otherwise', () => {
    const { granularityMs: _, ...request } = monday
    expect(startsOf({ ...request, count: 3 })).toEqual(
      [0, 0.25, 0.5].map(hoursAfter('2027-03-08T00:00:00Z')),
    )
  })

  test('what is taken for no time interrupts nothing', () => {
    const request = { ...monday, granularityMs: HOUR_MS / 2, required: [in9to5('ann', 'UTC')] }
    const empty = busyFrom('2027-03-08T10:00:00Z', '2027-03-08T10:00:00Z')
    expect(startsOf(request, { ann: [empty] })).toEqual(startsOf(request))
  })
})

const hoursAfter = (midnight: string) => (hours: number) =>
  formatInstantUtc(at(midnight) + hours * HOUR_MS)
