import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY_MS } from '../time/units.js'
import { countIn } from './count-in.js'
import { parseICalendarSet } from './icalendar-lines.js'
import { next, previous } from './neighbours.js'
import { type OccurrenceQuery, occurrencesIn } from './occurrences-in.js'
import { type OpenSet, openSet } from './open-set.js'

const BUDGET = { budget: 50_000_000 }

const opened = (text: string): OpenSet => {
  const parsed = parseICalendarSet(text, { mode: 'lenient' })
  const open = E.isRight(parsed) ? openSet(parsed.right.set) : parsed
  if (E.isLeft(open)) throw new Error(`${text}: ${JSON.stringify(open.left)}`)
  return open.right
}

const got = <A>(answer: E.Either<unknown, A>): A => {
  if (E.isLeft(answer)) throw new Error(JSON.stringify(answer.left))
  return answer.right
}

const startsIn = (open: OpenSet, query: OccurrenceQuery): readonly number[] => [
  ...got(occurrencesIn(open, { ...BUDGET, ...query })).startMs,
]

/** All there are up to `toMs`, reading by reading: no windows, no segments kept, no order relied on. */
const walked = ({ source, zone }: OpenSet, toMs: number): readonly number[] => {
  const chunk = { seconds: new Float64Array(7), count: 0 }
  const starts: number[] = []
  let from = -62_135_596_800
  do {
    chunk.count = 0
    source.forward({ from, to: toMs / 1000 + 200_000 }, chunk, { periodsLeft: 50_000_000 })
    for (const reading of chunk.seconds.subarray(0, chunk.count)) {
      starts.push(zone === null ? reading * 1000 : zone.instantOf(reading * 1000))
    }
    from = (chunk.seconds[chunk.count - 1] ?? from) + 1
  } while (chunk.count === 7)
  return [...new Set(starts)].filter((ms) => ms < toMs).sort((a, b) => a - b)
}

const zones = [
  'America/New_York',
  'Europe/Berlin',
  'Pacific/Apia',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'America/Sao_Paulo',
  'Antarctica/Troll',
]

const numbers = (min: number, max: number) =>
  fc.uniqueArray(fc.integer({ min, max }), { minLength: 1, maxLength: 3 })

const part = (name: string, values: fc.Arbitrary<readonly (number | string)[]>) =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant('') },
    { weight: 1, arbitrary: values.map((list) => `;${name}=${list.join(',')}`) },
  )

const frequency = fc.constantFrom('YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY', 'HOURLY')

const rule = () =>
  frequency.chain((freq) =>
    fc
      .tuple(
        fc.integer({ min: 1, max: 5 }),
        part('BYHOUR', numbers(0, 4)),
        part('BYMINUTE', numbers(0, 59)),
        part('BYMONTH', numbers(1, 12)),
        part('BYDAY', fc.uniqueArray(fc.constantFrom('MO', 'WE', 'SA', 'SU'), { minLength: 1 })),
        fc.oneof(
          fc.constant(''),
          fc.integer({ min: 1, max: 400 }).map((count) => `;COUNT=${count}`),
          fc.constantFrom(';UNTIL=20110327T013000Z', ';UNTIL=20111230T120000Z'),
        ),
      )
      .map(([interval, ...parts]) => `RRULE:FREQ=${freq};INTERVAL=${interval}${parts.join('')}`),
  )

/** Near the nights of 2011, so that many occurrences meet a gap or a fold. */
const anySet = () =>
  fc
    .tuple(
      fc.constantFrom(...zones.map((zone) => `;TZID=${zone}`), ''),
      fc.constantFrom('20110313T023000', '20110325T000000', '20111030T020000', '20111229T100000'),
      rule(),
      fc.option(rule(), { nil: '', freq: 4 }),
      fc.option(fc.constantFrom('20110327T023000', '20110401T003000'), { nil: '' }),
    )
    .map(([zone, start, first, second, date]) =>
      [
        `DTSTART${zone}:${start}`,
        first,
        second.replace('RRULE', 'EXRULE'),
        date && `RDATE${zone}:${date},20110404T013000`,
        date && `EXDATE${zone}:20110404T013000`,
      ]
        .filter((line) => line !== '')
        .join('\r\n'),
    )

const FIRST = Date.UTC(2011, 2, 1)
const LAST = Date.UTC(2012, 5, 1)

describe('a window', () => {
  test('holds what a filtered walk finds in it, in either direction', () => {
    fc.assert(
      fc.property(
        anySet(),
        fc.integer({ min: 0, max: 450 * 24 * 2 }),
        fc.integer({ min: 0, max: 60 * 24 * 2 }),
        fc.integer({ min: 1, max: 30 }),
        (text, halfHours, length, limit) => {
          const open = opened(text)
          const from = FIRST + halfHours * 1_800_000
          const to = from + length * 1_800_000
          const inside = walked(open, to).filter((ms) => ms >= from)
          expect(startsIn(open, { from, to })).toEqual(inside)
          expect(startsIn(open, { from, to, limit })).toEqual(inside.slice(0, limit))
          const backward = startsIn(open, { from, to, limit, direction: 'backward' })
          expect(backward).toEqual(inside.toReversed().slice(0, limit))
          expect(got(countIn(open, { from, to, ...BUDGET }))).toBe(inside.length)
        },
      ),
      { numRuns: 600 },
    )
  })

  test('cut anywhere holds the same', () => {
    fc.assert(
      fc.property(anySet(), fc.nat({ max: 10_000 }), (text, share) => {
        const open = opened(text)
        const to = Date.UTC(2011, 11, 31)
        const cut = FIRST + Math.floor(((to - FIRST) * share) / 10_000)
        expect([
          ...startsIn(open, { from: FIRST, to: cut }),
          ...startsIn(open, { from: cut, to }),
        ]).toEqual(startsIn(open, { from: FIRST, to }))
      }),
      { numRuns: 200 },
    )
  })

  test('next and previous are its neighbours', () => {
    fc.assert(
      fc.property(anySet(), fc.integer({ min: 0, max: 300 * 48 }), (text, halfHours) => {
        const open = opened(text)
        const at = FIRST + halfHours * 1_800_000
        const all = walked(open, LAST)
        const after = all.find((ms) => ms > at)
        if (after !== undefined) expect(got(next(open, at, BUDGET))?.startMs).toBe(after)
        const before = all.findLast((ms) => ms < at)
        expect(got(previous(open, at, BUDGET))?.startMs ?? undefined).toBe(before)
      }),
      { numRuns: 300 },
    )
  })

  test('far away costs what a near one does', () => {
    const open = opened('DTSTART;TZID=America/New_York:20240115T090000\r\nRRULE:FREQ=DAILY')
    const from = Date.UTC(2324, 5, 1)
    const far = occurrencesIn(open, { from, to: from + 30 * DAY_MS, budget: 100 })
    expect(got(far).startMs).toHaveLength(30)
  })

  test('the readings are those of the rule also in a gap', () => {
    const open = opened('DTSTART;TZID=Europe/Berlin:20270327T023000\r\nRRULE:FREQ=DAILY;COUNT=3')
    const { startMs, localSeconds } = got(occurrencesIn(open, {}))
    const day = 86_400
    const first = Date.UTC(2027, 2, 27, 2, 30) / 1000
    expect([...localSeconds]).toEqual([first, first + day, first + 2 * day])
    expect(startMs[1]).toBe(Date.UTC(2027, 2, 28, 1, 30))
    const { localSeconds: after } = got(occurrencesIn(open, { from: Date.UTC(2027, 2, 29) }))
    expect([...after]).toEqual([first + 2 * day])
  })
})
