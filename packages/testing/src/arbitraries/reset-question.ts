import type { CalendarEvent, DomainEvent, ResetQuestion, State } from '@kalends/core'
import { evolve } from '@kalends/core'
import * as fc from 'fast-check'
import { drawnSeries } from './drawn-series.js'
import { someNight } from './night.js'
import { record } from './record.js'
import { firstIdsOf, seriesDeed } from './series-deed.js'

/**
 * What a policy is asked about: a series, or now and then a single event, before and after some changes; often about what was
 * asked for, now and then where nothing changed.
 */
export const resetQuestion = (): fc.Arbitrary<ResetQuestion> =>
  someNight().chain((night) =>
    record({
      drawn: drawnSeries(),
      once: fc.constantFrom(false, false, true),
      deeds: fc.array(seriesDeed(night), { maxLength: 3 }),
      nth: fc.option(fc.nat(4), { freq: 2 }),
      asked: fc.boolean(),
    }).map(({ drawn, once, deeds, nth, asked }) => {
      const before = once ? single(drawn.event) : drawn.event
      const after = deeds.reduce((event, deed) => happenedTo(event, deed(event)), before)
      const occurrence = nth === null ? null : (firstIdsOf(after, nth + 1)[nth] ?? null)
      return { before, after, occurrence: after.recurrence === null ? null : occurrence, asked }
    }),
  )

const single = (event: CalendarEvent): CalendarEvent => ({
  ...event,
  recurrence: null,
  overrides: new Map(),
})

const happenedTo = (event: CalendarEvent, happened: readonly DomainEvent[]): CalendarEvent => {
  const before: State = { type: 'Scheduled', event }
  const after = happened.reduce(evolve, before)
  return after.type === 'Absent' ? event : after.event
}
