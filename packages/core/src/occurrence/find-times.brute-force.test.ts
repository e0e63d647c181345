import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Weekday } from '../recurrence/index.js'
import { DAY_MS, HOUR_MS, MINUTE_MS, TimeZoneId, zoneOf } from '../time/index.js'
import type { BusyInterval } from './free-busy.js'
import { findTimes, type FoundTime } from './find-times.js'
import { timeSearch } from './time-search.js'
import type { Attendee, TimeSearchRequest } from './time-search-request.js'
import type { LocalHours, WorkingHours } from './working-hours.js'

type BusyOf = ReadonlyMap<string, readonly BusyInterval[]>
type Request = Required<TimeSearchRequest>

/** Tries every minute of the window, and for each attendee every minute from there. */
const byTryingAll = (request: Request, busy: BusyOf): readonly FoundTime[] => {
  const { from, to, durationMs, required, optional } = request
  const isFreeAt = new Map(
    [...required, ...optional].map((each) => [each, freeAt(request, busy, each)]),
  )
  const zone = zoneNamed(request.timeZone)
  const times: FoundTime[] = []
  for (let start = minuteOf(from); start + durationMs <= to; start += MINUTE_MS) {
    if (start < from || !isOnGrid(request, zone.localMsOf(start))) continue
    const isFree = (attendee: Attendee) => isFreeAt.get(attendee)?.(start) === true
    const available = optional.filter(isFree).map(({ userId }) => userId)
    if (available.length < request.minOptional || !required.every(isFree)) continue
    times.push({ start, end: start + durationMs, available })
  }
  return times.slice(0, request.count)
}

const minuteOf = (instant: number): number => Math.floor(instant / MINUTE_MS) * MINUTE_MS

const isOnGrid = ({ granularityMs }: Request, readingMs: number): boolean =>
  (readingMs - Math.floor(readingMs / DAY_MS) * DAY_MS) % granularityMs === 0

const freeAt = (request: Request, busy: BusyOf, attendee: Attendee) => {
  const worked = minutesWorked(request, attendee)
  const blocking = (busy.get(attendee.userId) ?? []).filter(
    ({ type }) => type === 'Busy' || request.tentative === 'Blocks',
  )
  return (start: number): boolean => {
    const end = start + request.durationMs
    if (blocking.some((taken) => taken.start < end && taken.end > start)) return false
    for (let minute = start; minute < end; minute += MINUTE_MS)
      if (!worked.has(minute)) return false
    return true
  }
}

const minutesWorked = (request: Request, attendee: Attendee): ReadonlySet<number> => {
  const { from, to } = request
  const shifts = shiftsOf(request, attendee)
  const minutes = new Set<number>()
  for (let minute = minuteOf(from); minute < to; minute += MINUTE_MS)
    if (shifts.some(([start, end]) => start <= minute && minute < end)) minutes.add(minute)
  return minutes
}

const shiftsOf = ({ from, to, timeZone }: Request, { workingHours, ...attendee }: Attendee) => {
  if (workingHours === undefined) return [[-Infinity, Infinity]] as const
  const zone = zoneNamed(attendee.timeZone ?? timeZone)
  const shifts: (readonly [number, number])[] = []
  for (let day = Math.floor(from / DAY_MS) - 3; day * DAY_MS < to + 2 * DAY_MS; day += 1) {
    const noonMs = day * DAY_MS + 12 * HOUR_MS
    if (zone.localMsOf(zone.instantOf(noonMs)) !== noonMs) continue // a day that was skipped
    for (const hours of workingHours[WEEKDAYS[new Date(noonMs).getUTCDay()] ?? 'SU'] ?? []) {
      const endMs = msOfDay(hours.to) + (hours.to > hours.from ? 0 : DAY_MS)
      shifts.push([
        zone.instantOf(day * DAY_MS + msOfDay(hours.from)),
        zone.instantOf(day * DAY_MS + endMs),
      ])
    }
  }
  return shifts
}

const msOfDay = (time: string): number => {
  const [hours, minutes] = time.split(':').map(Number)
  return (hours ?? NaN) * HOUR_MS + (minutes ?? NaN) * MINUTE_MS
}

const WEEKDAYS: readonly Weekday[] = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']

const zoneNamed = (name: string) => {
  const id = TimeZoneId.decode(name)
  if (E.isLeft(id)) throw new Error(name)
  return zoneOf(id.right)
}

/** Instants at which a clock changes, and zones in which some of them do. */
const CHANGES = [
  ['2027-03-14T07:00:00Z', 'America/New_York'],
  ['2027-11-07T06:00:00Z', 'America/New_York'],
  ['2027-04-03T15:00:00Z', 'Australia/Lord_Howe'],
  ['2027-10-02T15:30:00Z', 'Australia/Lord_Howe'],
  ['2018-11-04T03:00:00Z', 'America/Sao_Paulo'],
  ['2010-11-07T02:31:00Z', 'America/St_Johns'],
  ['2011-12-30T10:00:00Z', 'Pacific/Apia'],
] as const
const ZONES = ['UTC', 'Pacific/Tongatapu', 'Pacific/Pago_Pago', 'Asia/Kathmandu']

const clockTime = fc
  .tuple(fc.constantFrom(0, 1, 2, 3, 9, 12, 17, 21, 22, 23), fc.constantFrom(0, 15, 30, 59))
  .map((parts) => parts.map((part) => `${part}`.padStart(2, '0')).join(':'))

const localHours: fc.Arbitrary<LocalHours> = fc
  .record({ from: clockTime, to: fc.oneof(clockTime, fc.constant('24:00')) })
  .filter(({ from, to }) => from !== to)
  // Mostly the longer way round, or few would ever meet.
  .map(({ from, to }) => (to > from || from >= '12:00' ? { from, to } : { from: to, to: from }))

const workingHours: fc.Arbitrary<WorkingHours> = fc
  .tuple(
    fc.array(localHours, { minLength: 1, maxLength: 3 }),
    fc.array(localHours, { maxLength: 2 }),
  )
  .chain(([some, other]) => {
    const day = fc.constantFrom(some, some, some, other)
    return fc.record({ MO: day, TU: day, WE: day, TH: day, FR: day, SA: day, SU: day })
  })

const busyWithin = (from: number, to: number): fc.Arbitrary<readonly BusyInterval[]> =>
  fc
    .array(
      fc.record({
        start: fc.integer({ min: 0, max: Math.floor((to - from) / (15 * MINUTE_MS)) }),
        quarters: fc.integer({ min: 1, max: 12 }),
        jitterMs: fc.constantFrom(-1, 0, 0, 0, 1),
        type: fc.constantFrom('Busy' as const, 'BusyTentative' as const),
      }),
      { maxLength: 5 },
    )
    .map((drawn) =>
      drawn
        .toSorted((a, b) => a.start - b.start)
        .map(({ start, quarters, jitterMs, type }) => ({
          start: from + start * 15 * MINUTE_MS,
          end: from + (start + quarters) * 15 * MINUTE_MS + jitterMs,
          type,
        })),
    )

const searched = fc
  .record({
    change: fc.constantFrom(...CHANGES),
    before: fc.integer({ min: 0, max: 18 * 60 }),
    after: fc.integer({ min: 4 * 60, max: 18 * 60 }),
    jitterMs: fc.constantFrom(0, 0, 1, -1),
  })
  .chain(({ change: [stamp, zone], before, after, jitterMs }) => {
    const from = Date.parse(stamp) - before * MINUTE_MS + jitterMs
    const to = Date.parse(stamp) + after * MINUTE_MS
    const timeZone = fc.constantFrom(zone, zone, ...ZONES)
    const attendees = (...userIds: readonly string[]) =>
      fc
        .subarray([...userIds])
        .chain((chosen) =>
          fc.tuple(
            ...chosen.map((userId) =>
              fc.record(
                { userId: fc.constant(userId), timeZone, workingHours },
                { requiredKeys: ['userId'] },
              ),
            ),
          ),
        )
    const request: fc.Arbitrary<Request> = fc
      .record({
        from: fc.constant(from),
        to: fc.constant(to),
        durationMs: fc
          .tuple(fc.constantFrom(1, 15, 30, 60, 90, 240), fc.constantFrom(-1, 0, 0, 1))
          .map(([minutes, moreMs]) => minutes * MINUTE_MS + moreMs),
        granularityMs: fc.constantFrom(1, 7, 15, 30, 60, 90).map((each) => each * MINUTE_MS),
        count: fc.constantFrom(5, 1000, 1000),
        timeZone,
        tentative: fc.constantFrom('Blocks' as const, 'Free' as const),
        required: attendees('ann', 'bob'),
        optional: attendees('cyd', 'dan', 'eve'),
        least: fc.nat(3),
      })
      .map(({ least, ...rest }) => ({ ...rest, minOptional: least % (rest.optional.length + 1) }))
    const busy = fc.tuple(...['ann', 'bob', 'cyd', 'dan'].map(busyOf(from, to)))
    return fc.record({ request, busy: busy.map((entries) => new Map(entries)) })
  })

const busyOf = (from: number, to: number) => (userId: string) =>
  busyWithin(from, to).map((busy) => [userId, busy] as const)

test('findTimes: finds what trying every minute finds', { timeout: 30_000 }, () => {
  fc.assert(
    fc.property(searched, ({ request, busy }) => {
      const search = timeSearch(request)
      if (E.isLeft(search)) throw new Error(JSON.stringify(search.left))
      expect(findTimes(search.right, busy)).toEqual(byTryingAll(request, busy))
    }),
    { numRuns: 200 },
  )
})
