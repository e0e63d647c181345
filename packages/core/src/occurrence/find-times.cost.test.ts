import * as E from 'fp-ts/lib/Either.js'
import { expect, test } from 'vitest'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../time/index.js'
import { findTimes } from './find-times.js'
import type { BusyInterval } from './free-busy.js'
import { timeSearch } from './time-search.js'
import type { Attendee } from './time-search-request.js'

const from = Date.parse('2027-03-01T00:00:00Z')
const hours = [{ from: '09:00', to: '17:00' }]
const workingHours = { MO: hours, TU: hours, WE: hours, TH: hours, FR: hours, SA: hours, SU: hours }

const everyOtherHour = (offsetMs: number): readonly BusyInterval[] =>
  Array.from({ length: 92 * 12 }, (_, each) => {
    const start = from + each * 2 * HOUR_MS + offsetMs
    return { start, end: start + HOUR_MS, type: 'Busy' }
  })

test('findTimes: a hundred attendees with a thousand intervals each take less than a second', () => {
  const required = Array.from({ length: 100 }, (_, index): Attendee => ({
    userId: `u${index}`,
    timeZone: 'UTC',
    workingHours,
  }))
  const busy = new Map(
    required.map(({ userId }, index) => [userId, everyOtherHour(index * MINUTE_MS)] as const),
  )
  const to = from + 92 * DAY_MS
  const search = timeSearch({
    from,
    to,
    durationMs: 1,
    granularityMs: MINUTE_MS,
    count: 10,
    required,
  })
  if (E.isLeft(search)) throw new Error(JSON.stringify(search.left))
  const before = performance.now()
  expect(findTimes(search.right, busy)).toEqual([])
  expect(performance.now() - before).toBeLessThan(1000)
})
