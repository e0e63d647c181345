import type { CalendarEvent, DomainEvent, EventTime, RecurrenceId, State } from '@kalends/core'
import {
  DAY_SECONDS,
  daysOfLocalDate,
  evolve,
  initialState,
  recurrenceIdOf,
  SECOND_MS,
  zoneOf,
} from '@kalends/core'
import * as fc from 'fast-check'
import { users } from './act.js'
import { eventTime } from './event-time.js'
import type { Night } from './night.js'
import { someNight } from './night.js'
import { record } from './record.js'
import type { SeriesDeed } from './series-deed.js'
import { recurrenceLines, seriesDeed } from './series-deed.js'
import { body, someText } from './text.js'

/** One commit to one event: what happened, decided by nobody. */
export interface HappenedStep {
  readonly uid: string
  readonly happened: readonly DomainEvent[]
}

/** What happened to several events, most of them series, in order, near one night. */
export interface SeriesHistory {
  readonly night: Night
  readonly steps: readonly HappenedStep[]
}

/**
 * Histories of series: with changed, moved, cancelled and answered occurrences, moved and cut themselves, some of
 * them not recurring any more.
 *
 * Domain events rather than commands, for those who store them.
 */
export const seriesHistory = (): fc.Arbitrary<SeriesHistory> =>
  someNight().chain((night) =>
    fc
      .array(
        record({ uid: fc.constantFrom(...UIDS), created: creation(night), deeds: deeds(night) }),
        {
          minLength: 5,
          maxLength: 25,
          size: 'max',
        },
      )
      .map((intents) => ({ night, steps: stepsOf(intents) })),
  )

const UIDS = ['a', 'B', 'b', 'aa', '~'] as const

const deeds = (night: Night): fc.Arbitrary<readonly SeriesDeed[]> =>
  fc.array(seriesDeed(night), { minLength: 1, maxLength: 2 })

/** How an event begins. */
type Creation = (uid: string) => readonly DomainEvent[]

interface Intent {
  readonly uid: string
  /** For an event that is not there yet. */
  readonly created: Creation
  readonly deeds: readonly SeriesDeed[]
}

const creation = (night: Night): fc.Arbitrary<Creation> =>
  record({
    organizer: fc.constantFrom('ann', 'ann', 'bob'),
    title: someText(),
    time: eventTime(night),
    body: fc.option(body()),
    participants: fc.subarray([...users], { minLength: 1 }),
    recurrence: fc.option(recurrenceLines(), { freq: 6 }),
    splitFrom: fc.oneof(
      { arbitrary: fc.constant(null), weight: 4 },
      { arbitrary: splitFrom(night), weight: 1 },
    ),
  }).map(({ recurrence, splitFrom: split, ...fields }): Creation => (uid) => {
    const at = night.around
    const change = { at, revision: 1, silent: true }
    if (split !== null && recurrence !== null) {
      const { participants: _, ...begun } = fields
      return [splitOff({ ...begun, at, uid, recurrence, splitFrom: 'before' }, split(fields.time))]
    }
    return [
      {
        type: 'Created',
        at,
        uid,
        calendarId: `primary-${fields.organizer}`,
        status: 'Confirmed',
        location: null,
        attachments: [],
        showParticipantList: true,
        visibility: 'Participants',
        ...fields,
      },
      ...(recurrence === null
        ? []
        : [{ type: 'RecurrenceChanged' as const, ...change, recurrence, sequence: 0 }]),
    ]
  })

/** What a series that was split off brings with it. */
type Brought = Pick<SplitOff, 'recurrenceId' | 'overrides' | 'participants'>
type SplitOff = Extract<DomainEvent, { type: 'SplitOff' }>

const splitFrom = (night: Night): fc.Arbitrary<(series: EventTime) => Brought> =>
  record({ time: eventTime(night), title: someText() }).map(({ time, title }) => (series) => {
    const recurrenceId = firstIdOf(series)
    const standing = { status: 'Declined', answer: null } as const
    return {
      recurrenceId,
      overrides: [{ recurrenceId, time, title }],
      participants: users.map((userId) => ({
        ...{ userId, ...standing },
        occurrences: userId === 'bob' ? [{ recurrenceId, ...standing }] : [],
      })),
    }
  })

const firstIdOf = (time: EventTime): RecurrenceId =>
  recurrenceIdOf(
    time.type === 'AllDay'
      ? daysOfLocalDate(time.start) * DAY_SECONDS
      : Math.floor(zoneOf(time.timeZone).localMsOf(time.start) / SECOND_MS),
  )

type Begun = Pick<
  SplitOff,
  'at' | 'uid' | 'organizer' | 'title' | 'time' | 'body' | 'recurrence' | 'splitFrom'
>

const splitOff = (begun: Begun, brought: Brought): SplitOff => ({
  type: 'SplitOff',
  calendarId: `primary-${begun.organizer}`,
  status: 'Confirmed',
  location: null,
  language: null,
  attachments: [],
  showParticipantList: true,
  visibility: 'Participants',
  sequence: 1,
  ...begun,
  ...brought,
})

const stepsOf = (intents: readonly Intent[]): readonly HappenedStep[] => {
  const states = new Map<string, State>()
  return intents.flatMap(({ uid, created, deeds: done }) => {
    let state = states.get(uid) ?? initialState
    const happened: DomainEvent[] = []
    const happen = (some: readonly DomainEvent[]) => {
      happened.push(...some)
      state = some.reduce(evolve, state)
    }
    if (state.type === 'Absent') happen(created(uid))
    else for (const deed of done) happen(deed(eventOf(state)))
    states.set(uid, state)
    return happened.length === 0 ? [] : [{ uid, happened }]
  })
}

const eventOf = (state: Exclude<State, { type: 'Absent' }>): CalendarEvent => state.event
