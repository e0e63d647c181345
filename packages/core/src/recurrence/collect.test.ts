import * as E from 'fp-ts/lib/Either.js'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type OccurrenceQuery, occurrencesIn } from './occurrences-in.js'
import type { OpenSet } from './open-set.js'
import { openSet } from './open-set.js'
import { parseICalendarSet } from './icalendar-lines.js'

const opened = (...lines: readonly string[]): OpenSet => {
  const parsed = parseICalendarSet(lines.join('\r\n'), { mode: 'strict' })
  const open = E.isLeft(parsed) ? parsed : openSet(parsed.right.set)
  if (E.isLeft(open)) throw new Error(JSON.stringify(open.left))
  return open.right
}

const found = (open: OpenSet, query: OccurrenceQuery) => {
  const answer = occurrencesIn(open, query)
  if (E.isLeft(answer)) throw new Error(JSON.stringify(answer.left))
  return answer.right
}

const STARTS = [
  ['America/New_York', '20270314T023000'],
  ['America/New_York', '20271107T013000'],
  ['Australia/Lord_Howe', '20271003T021500'],
  ['Africa/Casablanca', '20240310T023000'],
  ['Pacific/Apia', '20111230T100000'],
  ['America/Sao_Paulo', '20171015T003000'],
] as const

const RULES = [
  'FREQ=DAILY;BYHOUR=0,1,2,3,10;BYMINUTE=0,15,30,45;COUNT=500',
  'FREQ=YEARLY;BYMONTH=3,4,10,11;BYDAY=SU;COUNT=60',
  'FREQ=DAILY;BYHOUR=2,3;BYMINUTE=0,30;COUNT=300',
]

describe('collect', () => {
  const yearly = opened(
    'DTSTART;TZID=America/New_York:20270314T023000',
    'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU',
  )

  test.each([1, 2, 50, 100])(
    'a page of %i of a rule that meets a gap every year costs little more than its rows',
    (limit) => {
      const budget = 20 * limit + 200
      expect(found(yearly, { limit, budget }).startMs).toHaveLength(limit)
      const to = Date.UTC(2400, 0)
      const back = found(yearly, { limit, budget, to, direction: 'backward' })
      expect(back.startMs).toHaveLength(limit)
    },
  )

  test('the first few are the first of all, whatever gaps are between them', () => {
    const drawn = fc.record({
      at: fc.constantFrom(...STARTS),
      rule: fc.constantFrom(...RULES),
      limit: fc.integer({ min: 1, max: 40 }),
      skip: fc.nat(120),
      direction: fc.constantFrom('forward' as const, 'backward' as const),
    })
    fc.assert(
      fc.property(drawn, ({ at: [zone, start], rule, limit, skip, direction }) => {
        const lines = [`DTSTART;TZID=${zone}:${start}`, `RRULE:${rule}`]
        const open = opened(...lines)
        const all = found(open, { direction }).startMs
        const edge = all[Math.min(skip, all.length - 1)] ?? 0
        const window = direction === 'forward' ? { from: edge } : { to: edge + 1 }
        const some = found(open, { ...window, limit, direction }).startMs
        expect(some).toEqual(all.slice(Math.min(skip, all.length - 1)).slice(0, limit))
      }),
      { numRuns: 1000 },
    )
  })
})
