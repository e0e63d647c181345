import type { EventTime } from '@kalends/core'
import { DAY_MS, DAY_SECONDS, daysOfLocalDate, SECOND_MS, UTC, zoneOf } from '@kalends/core'
import * as fc from 'fast-check'
import { record } from './record.js'

/** How a series repeats, apart from what is excluded. */
export type Repeating = (time: EventTime) => readonly string[]

/** Rules that yield the start, whatever it is, from the reading of its clock; sub-daily ones are for timed series. */
const RULES: readonly ((localMs: number) => string)[] = [
  () => 'FREQ=DAILY',
  () => 'FREQ=DAILY;INTERVAL=3',
  () => 'FREQ=WEEKLY',
  (localMs) => `FREQ=WEEKLY;BYDAY=${dayOf(localMs)},${dayOf(localMs + 3 * DAY_MS)}`,
  (localMs) => `FREQ=MONTHLY;BYDAY=${Math.ceil(dateOf(localMs) / 7)}${dayOf(localMs)}`,
  () => 'FREQ=MONTHLY',
  (localMs) => `FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=${dateOf(localMs)},-1`,
  () => 'FREQ=YEARLY',
  (localMs) => `FREQ=YEARLY;BYMONTH=${monthOf(localMs)},${(monthOf(localMs) % 12) + 1}`,
]

const SUB_DAILY: typeof RULES = [
  () => 'FREQ=HOURLY;INTERVAL=5',
  () => 'FREQ=MINUTELY;INTERVAL=95',
  (localMs) => `FREQ=DAILY;BYHOUR=${hourOf(localMs)},${Math.min(hourOf(localMs) + 1, 23)}`,
  (localMs) => `FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=${hourOf(localMs)}`,
]

/** Rules that a series keeps when it moves: they name no time. */
const NAMELESS: typeof RULES = [
  () => 'FREQ=DAILY',
  () => 'FREQ=DAILY;INTERVAL=2',
  () => 'FREQ=WEEKLY',
]

const DAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']
const dayOf = (localMs: number): string => DAYS[new Date(localMs).getUTCDay()] ?? 'SU'
const dateOf = (localMs: number): number => new Date(localMs).getUTCDate()
const monthOf = (localMs: number): number => new Date(localMs).getUTCMonth() + 1
const hourOf = (localMs: number): number => new Date(localMs).getUTCHours()

/** What the clock of a time shows at its start, as if in UTC. */
export const clockOf = (time: EventTime): number =>
  time.type === 'AllDay'
    ? daysOfLocalDate(time.start) * DAY_MS
    : zoneOf(time.timeZone).localMsOf(time.start)

/**
 * RRULE and RDATE lines, now and then without RRULE. A third of the rules end by COUNT, a third by UNTIL.
 *
 * `Nameless` ones are only as frequent as days and have no time of their own, also in their dates.
 */
export const seriesLines = (kind: 'Any' | 'Nameless'): fc.Arbitrary<Repeating> =>
  record({
    rule: fc.nat(),
    isSubDaily: fc.constantFrom(false, false, true),
    isDatesOnly: fc.constantFrom(...Array<false>(9).fill(false), true),
    end: fc.constantFrom('' as const, 'COUNT' as const, 'UNTIL' as const),
    count: fc.integer({ min: 2, max: 40 }),
    days: fc.integer({ min: 1, max: 50 }),
    halfHours: fc.array(fc.integer({ min: 1, max: 48 * 40 }), { maxLength: 4 }),
  }).map(({ rule, isSubDaily, isDatesOnly, end, count, days, halfHours }) => (time) => {
    const localMs = clockOf(time)
    const many = isSubDaily && time.type === 'Timed' ? SUB_DAILY : RULES
    const rules = kind === 'Nameless' ? NAMELESS : many
    const text = rules[rule % rules.length]?.(localMs) ?? ''
    const ends = { '': '', COUNT: `;COUNT=${count}`, UNTIL: `;UNTIL=${until(time, days)}` }
    const step = kind === 'Nameless' ? DAY_SECONDS : 1800
    const dates = halfHours.map((each) => localMs / SECOND_MS + (each % 200) * step)
    const added = dateLines('RDATE', dates, time)
    return isDatesOnly && added.length > 0 ? added : [`RRULE:${text}${ends[end]}`, ...added]
  })

const until = (time: EventTime, days: number): string => {
  if (time.type === 'AllDay') return stampOf(clockOf(time) + days * DAY_MS).slice(0, 8)
  return `${stampOf(time.start + days * DAY_MS - (days % 3) * 900_000)}Z`
}

const stampOf = (ms: number): string =>
  new Date(ms).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')

/** A line of RDATE or EXDATE with readings of the clock of `time`, in seconds; none where there are none. */
export const dateLines = (
  name: 'RDATE' | 'EXDATE',
  seconds: readonly number[],
  time: EventTime,
): readonly string[] => {
  if (seconds.length === 0) return []
  const stamps = seconds.map((each) => stampOf(each * SECOND_MS))
  if (time.type === 'AllDay') return [`${name};VALUE=DATE:${days(stamps)}`]
  return time.timeZone === UTC
    ? [`${name}:${stamps.map((each) => `${each}Z`).join(',')}`]
    : [`${name};TZID=${time.timeZone}:${stamps.join(',')}`]
}

const days = (stamps: readonly string[]): string => stamps.map((each) => each.slice(0, 8)).join(',')
