import type { CalendarEvent, DomainEvent, Participation } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { SeriesDecider } from './series-deciding.js'

/** Spoils a decider. */
export type SeriesDeciderFault = (decider: SeriesDecider) => SeriesDecider

const folding =
  (
    type: DomainEvent['type'],
    spoil: (after: CalendarEvent, before: CalendarEvent) => CalendarEvent,
  ): SeriesDeciderFault =>
  (decider) => ({
    ...decider,
    evolve: (state, happened) => {
      const after = decider.evolve(state, happened)
      if (happened.type !== type || after.type === 'Absent' || state.type === 'Absent') return after
      return { ...after, event: spoil(after.event, state.event) }
    },
  })

const beginning =
  (change: (begun: SplitOff, event: CalendarEvent) => SplitOff): SeriesDeciderFault =>
  (decider) => ({
    ...decider,
    splitOff: (command, event) =>
      pipe(
        decider.splitOff(command, event),
        E.map((begun) => (begun.type === 'SplitOff' ? change(begun, event) : begun)),
      ),
  })

type SplitOff = Extract<DomainEvent, { type: 'SplitOff' }>

/** Lets the future go on for as many as the whole had. SERIES-011 must reject it. */
export const countsAnew = beginning((begun, event) => {
  const count = /COUNT=\d+/.exec(event.recurrence?.join('\n') ?? '')?.[0] ?? ''
  return { ...begun, recurrence: begun.recurrence.map((line) => line.replace(/COUNT=\d+/, count)) }
})

/** Lets the future begin without the answers to its occurrences. SERIES-011 must reject it. */
export const losesAnswersOfTheFuture = beginning((begun) => ({
  ...begun,
  participants: begun.participants.map((each) => ({ ...each, occurrences: [] })),
}))

/** Lets the past go on after it was split. SERIES-011 must reject it. */
export const keepsTheCutOnBothSides = folding('SeriesSplit', (after, { recurrence }) => ({
  ...after,
  recurrence: recurrence === null ? null : [...recurrence],
}))

/** Leaves exceptions where they were. SERIES-012 must reject it. */
export const leavesExceptionsBehind = folding('SeriesMoved', (after, { overrides }) => ({
  ...after,
  overrides,
}))

/** Leaves single answers where they were. SERIES-012 must reject it. */
export const leavesAnswersBehind = folding('SeriesMoved', (after, { participants }) => ({
  ...after,
  participants,
}))

/** Moves changed occurrences by time that passes, not on their clock. SERIES-012 must reject it. */
export const movesByElapsedTime = folding('SeriesMoved', (after, before) => {
  if (after.time.type === 'AllDay' || before.time.type === 'AllDay') return after
  const byMs = after.time.start - before.time.start
  const times = [...before.overrides.values()].map(({ time }) => time)
  const overrides = [...after.overrides].map(([id, override], index) => {
    const was = times[index]
    if (override.time?.type !== 'Timed' || was?.type !== 'Timed') return [id, override] as const
    const time = { ...override.time, start: was.start + byMs, end: was.end + byMs }
    return [id, { ...override, time }] as const
  })
  return { ...after, overrides: new Map(overrides) }
})

/** Asks again about all when it is asked about one. SERIES-013 must reject it. */
export const resetsEveryOccurrence = folding('OccurrenceRsvpsReset', (after) => ({
  ...after,
  participants: standings(after, (each) => ({
    ...each,
    status: each.userId === after.organizer ? each.status : 'NeedsAction',
  })),
}))

/** Asks again about the series, and lets single answers stand. SERIES-014 must reject it. */
export const keepsSingleAnswers: SeriesDeciderFault = (decider) => ({
  ...decider,
  decide: (command, state) =>
    pipe(
      decider.decide(command, state),
      E.map((happened) =>
        happened.some(({ type }) => type === 'RsvpsReset')
          ? happened.filter(({ type }) => type !== 'OccurrenceRsvpsReset')
          : happened,
      ),
    ),
})

const standings = (
  { participants }: CalendarEvent,
  change: (each: Participation) => Participation,
): CalendarEvent['participants'] =>
  new Map([...participants].map(([userId, each]) => [userId, change(each)]))
