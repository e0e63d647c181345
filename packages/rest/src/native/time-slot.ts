import type { TimeSlot } from '@kalends/core'
import { LocalDate, mergeTime, parseStamp } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Codec, Flaw } from '../wire/index.js'
import { closed, described, flag, named, nullable, readAs, refined, text } from '../wire/index.js'
import { fieldErrorOf, wirePath } from '../problem/index.js'
import { TimeZone } from './texts.js'

const isEdge = (edge: string): boolean =>
  LocalDate.is(edge) || LOCAL.test(edge) || E.isRight(parseStamp(edge))

/** A reading without offset; whether its day exists is found when it is read in its zone. */
const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,30})?)?$/

const Edge: Codec<string> = described(
  refined(text({ min: 1, max: 64 }), (edge) =>
    isEdge(edge)
      ? []
      : [{ path: [], detail: 'must be a timestamp like 2027-03-08T09:00:00-05:00' }],
  ),
  {
    description:
      'A timestamp with an offset; with `time_zone` a local date-time; with `all_day` a date.',
    examples: ['2027-03-08T09:00:00-05:00', '2027-03-08T09:00:00', '2027-03-08'],
  },
)

const edges = { start: Edge, end: Edge }
const reading = { time_zone: nullable(TimeZone), all_day: nullable(flag) }

interface WireSlot {
  readonly start?: string
  readonly end?: string
  readonly time_zone?: string | null
  readonly all_day?: boolean | null
}

const toSlot = ({ time_zone, all_day, ...given }: WireSlot): TimeSlot => ({
  ...given,
  ...(time_zone === undefined ? {} : { timeZone: time_zone }),
  ...(all_day === undefined ? {} : { allDay: all_day }),
})

/** What is wrong with a slot as a whole; a range that ends before it starts is another's to refuse. */
const slotFaults = (slot: TimeSlot): readonly Flaw[] => {
  const merged = mergeTime(null, slot)
  if (E.isRight(merged) || merged.left.type === 'InvalidTimeRange') return []
  return merged.left.problems.map((problem) => ({
    path: wirePath(problem.path).slice(1),
    detail: fieldErrorOf(problem).detail,
  }))
}

/** When a new event takes place. */
export const NewTimeSlot: Codec<TimeSlot, unknown> = named(
  'NewTimeSlot',
  refined(
    readAs(closed(edges, reading), (slot) => E.right(toSlot(slot))),
    slotFaults,
  ),
)

/** What a patch changes of when an event takes place; local times are read in the event's zone. */
export const TimeSlotPatch: Codec<TimeSlot, unknown> = named(
  'TimeSlotPatch',
  readAs(closed({}, { ...edges, ...reading }), (slot) => E.right(toSlot(slot))),
)

/** When an event takes place, as answers say it. */
export const TimeSlotAnswer = named(
  'TimeSlot',
  closed(
    {
      start: described(text({ min: 1, max: 64 }), {
        description: "With the offset of the event's zone; a date when the event is all-day.",
        examples: ['2027-03-08T09:00:00-05:00', '2027-03-08'],
      }),
      end: described(text({ min: 1, max: 64 }), { description: 'Not part of the event any more.' }),
      time_zone: nullable(TimeZone),
      all_day: flag,
    },
    {},
  ),
)
