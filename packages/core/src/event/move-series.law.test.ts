import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { cancelOne, create, eventAfter, expanded, patch, timeOf } from '../../test/event/series.js'
import { clockMsOf } from './clock-of.js'
import { printRecurrenceId, recurrenceIdOf } from './recurrence-id.js'

const ZONES = ['America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kolkata', 'UTC']

const local = (day: number, minute: number) =>
  new Date(Date.UTC(2027, 2, 8 + day, 0, minute)).toISOString().slice(0, 16)

const ends = [
  '',
  ';COUNT=20',
  ';UNTIL=20270328T013000Z',
  ';UNTIL=20270314T073000Z',
  ';UNTIL=20270314T072959Z',
  ';UNTIL=20271107T060000Z',
]

const moves = fc.record({
  zone: fc.constantFrom(...ZONES),
  to: fc.constantFrom(...ZONES),
  rule: fc.constantFrom('FREQ=DAILY', 'FREQ=DAILY;INTERVAL=2', 'FREQ=WEEKLY'),
  end: fc.constantFrom(...ends),
  from: fc.constantFrom(90, 150, 540, 1200),
  days: fc.integer({ min: -3, max: 3 }),
  minute: fc.constantFrom(0, 90, 150, 545, 1380),
  dates: fc.array(fc.integer({ min: 1, max: 900 }), { maxLength: 3 }),
  gone: fc.array(fc.nat(30), { maxLength: 4 }),
  cancelled: fc.array(fc.nat(30), { maxLength: 4 }),
})

const idsOf = (event: ReturnType<typeof eventAfter>) => expanded(event, 300).localSeconds

test(
  'a series that moves keeps the distance of all its occurrences and exceptions on the clock',
  { timeout: 60_000 },
  () => {
    let withEnd = 0
    fc.assert(
      fc.property(moves, ({ zone, to, rule, end, from, days, minute, dates, gone, cancelled }) => {
        const time = timeOf({ start: local(0, from), end: local(0, from + 30), timeZone: zone })
        const stamp = (day: number) => `${local(day, from).replace(/[-:]/g, '')}00`
        const lines = (name: string, all: readonly number[]) =>
          all.length === 0
            ? []
            : [
                zone === 'UTC'
                  ? `${name}:${all.map((day) => `${stamp(day)}Z`).join(',')}`
                  : `${name};TZID=${zone}:${all.map(stamp).join(',')}`,
              ]
        const made = create(
          [
            `RRULE:${rule}${end}`,
            ...lines('RDATE', dates),
            ...lines(
              'EXDATE',
              gone.map((day) => day + 1),
            ),
          ],
          time,
        )
        const whole = eventAfter(made)
        const ids = idsOf(whole)
        const picked = cancelled.flatMap((index) => ids.slice(index, index + 1)).map(recurrenceIdOf)
        const before = eventAfter(
          made,
          ...picked.map((id) => cancelOne(printRecurrenceId(id, time))),
        )

        const timeSlot = { start: local(days, minute), end: local(days, minute + 30), timeZone: to }
        const moved = eventAfter(
          made,
          ...picked.map((id) => cancelOne(printRecurrenceId(id, time))),
          patch({ timeSlot }),
        )

        const shift = (clockMsOf(moved.time) - clockMsOf(before.time)) / 1000
        expect(idsOf(moved)).toEqual(ids.map((seconds) => seconds + shift))
        expect([...moved.overrides.keys()]).toEqual(
          [...before.overrides.keys()].map((id) =>
            recurrenceIdOf(Date.parse(`${id}Z`) / 1000 + shift),
          ),
        )
        if (end !== '') withEnd += 1
      }),
      { numRuns: 500 },
    )
    expect(withEnd).toBeGreaterThan(250)
  },
)
