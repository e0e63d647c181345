import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { bothSides, create, eventAfter, expanded, timeOf } from '../../test/event/series.js'
import type { CalendarEvent, Override } from './calendar-event.js'
import { startMsOf } from './clock-of.js'
import { printRecurrenceId, type RecurrenceId, recurrenceIdOf } from './recurrence-id.js'

const ZONES = [
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'UTC',
  // Whole days, in no zone.
  'Days',
]

/** Each begins on a night, or shortly before one, on which a clock changes somewhere. */
const STARTS = [
  '2027-03-10T02:30:00',
  '2027-03-25T02:30:00',
  '2026-10-30T01:30:00',
  '2027-04-01T01:45:00',
  '2026-10-01T02:15:00',
  '2027-01-31T09:00:00',
]

const RULES = [
  'FREQ=DAILY',
  'FREQ=DAILY;INTERVAL=3',
  'FREQ=WEEKLY',
  'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR,SA,SU',
  'FREQ=MONTHLY',
  'FREQ=YEARLY',
  'FREQ=HOURLY;INTERVAL=5',
  'FREQ=DAILY;BYHOUR=1,2,3;BYMINUTE=15,30,45',
  'FREQ=MINUTELY;INTERVAL=95',
  'FREQ=YEARLY;BYMONTH=1,3,4,10',
  'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=1,-1,10,25,30,31',
]

const ends = fc.oneof(
  fc.constant(''),
  fc.integer({ min: 2, max: 40 }).map((count) => `;COUNT=${count}`),
  fc.integer({ min: 1, max: 60 }).map((days) => {
    const until = new Date(Date.UTC(2027, 3, days, 1, 45)).toISOString()
    return `;UNTIL=${until.replace(/[-:]|\.000/g, '')}`
  }),
)

const lineOf = (name: string, seconds: readonly number[], zone: string) => {
  const texts = seconds.map((each) => recurrenceIdOf(each).replace(/[-:]/g, ''))
  if (texts.length === 0) return []
  if (zone === 'Days')
    return [`${name};VALUE=DATE:${texts.map((each) => each.slice(0, 8)).join(',')}`]
  return zone === 'UTC'
    ? [`${name}:${texts.map((each) => `${each}Z`).join(',')}`]
    : [`${name};TZID=${zone}:${texts.join(',')}`]
}

const timeAt = (start: string, zone: string) =>
  zone === 'Days'
    ? timeOf({ start: start.slice(0, 10), end: start.slice(0, 10), allDay: true })
    : timeOf({ start, end: start.replace(/:00$/, ':30'), timeZone: zone })

const series = fc
  .record({
    zone: fc.constantFrom(...ZONES),
    start: fc.constantFrom(...STARTS),
    rule: fc.constantFrom(...RULES, null),
    end: ends,
    dates: fc.array(fc.integer({ min: 1, max: 60 * 48 }), { maxLength: 6 }),
    excluded: fc.array(fc.nat(20), { maxLength: 4 }),
    changed: fc.array(fc.nat(30), { maxLength: 5 }),
  })
  .map(({ zone, start, rule, end, dates, excluded, changed }) => {
    const from = Date.parse(`${start}Z`) / 1000
    const halfHours = dates.map((half) => from + half * 1800)
    const rdates = lineOf('RDATE', halfHours, zone)
    const ending = zone === 'Days' ? end.replace(/T\d{6}Z/, '') : end
    const unlessDates = rdates.length === 0 ? ['RRULE:FREQ=DAILY'] : []
    const rrule = rule === null ? unlessDates : [`RRULE:${rule}${ending}`]
    return { time: timeAt(start, zone), zone, lines: [...rrule, ...rdates], excluded, changed }
  })

/** A series with changed occurrences, and answers to others; null where its start is no occurrence of its rule. */
const withExceptions = ({
  time,
  zone,
  lines,
  excluded,
  changed,
}: typeof series extends fc.Arbitrary<infer A> ? A : never): CalendarEvent | null => {
  try {
    const whole = eventAfter(create(lines, time))
    const ids = expanded(whole).localSeconds
    const gone = excluded.flatMap((index) => ids.slice(index, index + 1))
    if (gone.length >= ids.length) return null
    const event = eventAfter(create([...lines, ...lineOf('EXDATE', gone, zone)], time))
    const left = expanded(event).localSeconds
    const chosen = changed.flatMap((index) => left.slice(index, index + 1)).map(recurrenceIdOf)
    const override: Override = { title: 'Other' }
    const standing = { status: 'Declined', answer: null } as const
    const participants = new Map(event.participants)
    const bob = participants.get('bob')
    if (bob !== undefined)
      participants.set('bob', { ...bob, occurrences: new Map(chosen.map((id) => [id, standing])) })
    return { ...event, overrides: new Map(chosen.map((id) => [id, override])), participants }
  } catch {
    return null
  }
}

const exceptionsAt = (event: CalendarEvent) =>
  [...event.overrides.keys()].map((id) => startMsOf(event.time, id))

const answersAt = (event: CalendarEvent) =>
  [...(event.participants.get('bob')?.occurrences.keys() ?? [])].map((id) =>
    startMsOf(event.time, id),
  )

const idsIn = (event: CalendarEvent): ReadonlySet<RecurrenceId> =>
  new Set(expanded(event, 400).localSeconds.map(recurrenceIdOf))

/** Finite ones must end together; of endless ones as many as were looked at. */
const LOOK = 80

test(
  'splitting a series keeps its occurrences, its exceptions and the answers to them, each on its side',
  { timeout: 60_000 },
  () => {
    let splits = 0
    fc.assert(
      fc.property(series, fc.nat(45), (drawn, place) => {
        const whole = withExceptions(drawn)
        if (whole === null) return
        const { startMs, localSeconds } = expanded(whole, LOOK)
        const index = place % Math.min(startMs.length, LOOK - 5)
        const id = recurrenceIdOf(localSeconds[index] ?? 0)
        const { past, future, isSplit } = bothSides(whole, printRecurrenceId(id, whole.time))

        if (!isSplit) {
          expect(index).toBe(0)
          return
        }
        splits += 1
        expect(expanded(past, LOOK).startMs).toEqual(startMs.slice(0, index))
        expect(expanded(future, LOOK - index).startMs).toEqual(startMs.slice(index))
        const cutMs = startMs[index] ?? 0
        expect(exceptionsAt(past)).toEqual(exceptionsAt(whole).filter((ms) => ms < cutMs))
        expect(exceptionsAt(future)).toEqual(exceptionsAt(whole).filter((ms) => ms >= cutMs))
        expect(answersAt(past)).toEqual(answersAt(whole).filter((ms) => ms < cutMs))
        expect(answersAt(future)).toEqual(answersAt(whole).filter((ms) => ms >= cutMs))
        for (const side of [past, future]) {
          const ids = idsIn(side)
          for (const each of side.overrides.keys()) expect(ids).toContain(each)
        }
      }),
      { numRuns: 800 },
    )
    expect(splits).toBeGreaterThan(400)
  },
)
