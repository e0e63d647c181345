import * as E from 'fp-ts/lib/Either.js'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MAX_INSTANT, MIN_INSTANT } from '../time/index.js'
import type { BotEvent, BotPhase, BotProgress } from './bot.js'
import { MOST_CHANGES } from './bot.js'
import type { Advance, Command, Schedule } from './command.js'
import { decide } from './decide.js'
import type { DomainEvent } from './domain-event.js'
import { evolve } from './evolve.js'
import { MAY_BEGIN, NEXT_PHASES, NEXT_PROGRESS } from './legal-steps.js'
import { initialState, type State } from './state.js'

const event: BotEvent = { uid: 'e', recurrenceId: null, start: 100, seriesStart: null, version: 1 }

const schedule: Schedule = {
  ...{ type: 'Schedule', at: 0, botId: 'b', event, meetingUrl: 'https://zoom.us/j/1' },
  ...{ joinAt: 90, metadata: {} },
}

const after = (...commands: readonly Command[]): State =>
  commands.reduce<State>((state, command) => {
    const decided = decide(command, state)
    if (E.isLeft(decided)) throw new Error(JSON.stringify(decided.left))
    return decided.right.reduce(evolve, state)
  }, initialState)

const to = (phase: BotPhase, rest: Partial<Advance> = {}): Advance => ({
  ...{ type: 'Advance', at: 200, to: phase, ...rest },
})

const launch: Command = { type: 'Launch', at: 90 }

describe('decide: a bot', () => {
  test('moves as far as its event, once, and no more when it is off', () => {
    const moved = { ...event, start: 150, version: 2 }
    const align: Command = { type: 'Align', at: 5, event: moved }
    const state = after(schedule, align)
    expect(state).toMatchObject({ bot: { joinAt: 140, event: moved } })
    expect(decide(align, state)).toEqual(E.right([]))
    expect(decide({ ...align, event: { ...moved, version: 9 } }, state)).toEqual(E.right([]))
    expect(decide(align, after(schedule, launch))).toEqual(E.right([]))
  })

  test('moves no further than time goes', () => {
    for (const [joinAt, start, bound] of [
      [10_000, MAX_INSTANT, MAX_INSTANT],
      [-10_000, MIN_INSTANT, MIN_INSTANT],
    ] as const) {
      const align: Command = { type: 'Align', at: 5, event: { ...event, start, version: 2 } }
      const decided = decide(align, after({ ...schedule, joinAt }))
      expect(decided).toMatchObject(E.right([{ joinAt: bound }]))
    }
  })

  test('is deleted with its event, for good; one of no event never is', () => {
    const gone: Command = { type: 'Align', at: 5, event: null }
    const deleted = after(schedule, gone)
    expect(deleted).toEqual({ type: 'Deleted' })
    for (const command of [gone, schedule, launch, { ...gone, event }]) {
      expect(decide(command, deleted)).toEqual(E.right([]))
    }
    expect(decide(to('Joining'), deleted)).toEqual(E.left({ type: 'NotFound' }))
    expect(decide(gone, after({ ...schedule, event: null }))).toEqual(E.right([]))
  })

  test('is launched when its time has come, once', () => {
    expect(decide({ type: 'Launch', at: 89 }, after(schedule))).toEqual(E.right([]))
    expect(decide(launch, after(schedule))).toMatchObject(E.right([{ to: 'Joining' }]))
    expect(decide(launch, after(schedule, launch))).toEqual(E.right([]))
    expect(decide(launch, initialState)).toEqual(E.left({ type: 'NotFound' }))
  })

  test('that records has begun to; all of what is said holds, or none', () => {
    const recording = after(schedule, launch, to('JoinedRecording'))
    expect(recording).toMatchObject({ bot: { recording: 'InProgress' } })
    const both = to('Leaving', { recording: 'Complete', transcription: 'Complete' })
    expect(decide(both, recording)).toEqual(
      E.left({ type: 'IllegalStep', part: 'Transcription', from: 'NotStarted', to: 'Complete' }),
    )
    expect(decide(to('Leaving', { recording: 'Complete' }), recording)).toMatchObject(
      E.right([{ type: 'BotAdvanced' }, { type: 'RecordingProgressed' }]),
    )
  })

  test('keeps the last of its steps', () => {
    const turns = Array.from({ length: MOST_CHANGES }, (_, index) =>
      to(index % 2 === 0 ? 'JoinedRecording' : 'JoinedNotRecording', { at: 200 + index }),
    )
    const state = after(schedule, launch, ...turns, to('Leaving', { at: 999, reason: 'over' }))
    const changes = state.type === 'Present' ? state.bot.changes : []
    expect(changes).toHaveLength(MOST_CHANGES)
    expect(changes.at(-1)).toEqual({
      ...{ at: 999, from: 'JoinedNotRecording', to: 'Leaving', reason: 'over' },
    })
  })
})

const PHASES: readonly BotPhase[] = [
  ...['Scheduled', 'Joining', 'JoinedNotRecording', 'JoinedRecording', 'Leaving'],
  ...['Ended', 'FatalError'],
] as readonly BotPhase[]
const PROGRESS: readonly BotProgress[] = ['NotStarted', 'InProgress', 'Complete', 'Failed']

const anEvent = fc.record({
  uid: fc.constantFrom('e', 'f'),
  recurrenceId: fc.constant(null),
  start: fc.integer({ min: 50, max: 150 }),
  seriesStart: fc.constant(null),
  version: fc.nat(9),
})

/** An error ends a history, so it is rare. */
const aPhase = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom(...PHASES.filter((each) => each !== 'FatalError')) },
  { weight: 1, arbitrary: fc.constant<BotPhase>('FatalError') },
)

/** Mostly steps that may be legal, so that histories get somewhere. */
const aCommand: fc.Arbitrary<Command> = fc.oneof(
  { weight: 1, arbitrary: fc.constant<Command>(schedule) },
  {
    weight: 2,
    arbitrary: fc.record({ at: fc.nat(400) }).map(({ at }): Command => ({ type: 'Launch', at })),
  },
  {
    weight: 2,
    arbitrary: fc
      .option(anEvent, { freq: 8 })
      .map((each): Command => ({ type: 'Align', at: 1, event: each })),
  },
  { weight: 9, arbitrary: aPhase.map((phase): Command => to(phase)) },
  {
    weight: 5,
    arbitrary: fc
      .record(
        {
          to: aPhase,
          recording: fc.constantFrom(...PROGRESS),
          transcription: fc.constantFrom(...PROGRESS),
        },
        { requiredKeys: [] },
      )
      .map((step): Command => ({ type: 'Advance', at: 200, ...step })),
  },
)

const aHappening: fc.Arbitrary<DomainEvent> = fc.oneof(
  fc.constant<DomainEvent>({ ...schedule, type: 'BotScheduled' }),
  fc.constant<DomainEvent>({ type: 'BotDeleted', at: 1 }),
  anEvent.map((each): DomainEvent => ({ type: 'BotMoved', at: 1, event: each, joinAt: 3 })),
  fc
    .constantFrom(...PHASES)
    .map((phase): DomainEvent => ({ type: 'BotAdvanced', at: 1, to: phase, reason: null })),
  fc.constantFrom(...PROGRESS).map((each): DomainEvent => ({
    ...{ type: 'RecordingProgressed', at: 1, to: each },
  })),
  fc.constantFrom(...PROGRESS).map((each): DomainEvent => ({
    ...{ type: 'TranscriptionProgressed', at: 1, to: each },
  })),
)

/** What is wrong with one step of a history; null when it is legal. */
const illegal = (before: State, happened: DomainEvent): string | null => {
  if (happened.type === 'BotScheduled') return before.type === 'Absent' ? null : 'twice'
  if (before.type !== 'Present') return 'not there'
  const { bot } = before
  switch (happened.type) {
    case 'BotDeleted':
    case 'BotMoved':
      return bot.phase === 'Scheduled' ? null : 'in the call'
    case 'BotAdvanced':
      return NEXT_PHASES[bot.phase].includes(happened.to) ? null : `${bot.phase} ${happened.to}`
    case 'RecordingProgressed':
    case 'TranscriptionProgressed': {
      const part = happened.type === 'RecordingProgressed' ? 'Recording' : 'Transcription'
      const from = part === 'Recording' ? bot.recording : bot.transcription
      const begins = happened.to === 'InProgress'
      if (begins && !MAY_BEGIN[part].includes(bot.phase)) return `${part} in ${bot.phase}`
      return NEXT_PROGRESS[from].includes(happened.to) ? null : `${part} ${from} ${happened.to}`
    }
  }
}

describe('whatever is asked of a bot', () => {
  test('only legal steps happen, asking again decides nothing, and who records has begun to', () => {
    const reached = new Set<string>()
    fc.assert(
      fc.property(fc.array(aCommand, { minLength: 20, maxLength: 60 }), (commands) => {
        let state: State = after(schedule)
        for (const command of commands) {
          const decided = decide(command, state)
          if (E.isLeft(decided)) continue
          for (const happened of decided.right) {
            expect(illegal(state, happened)).toBeNull()
            state = evolve(state, happened)
          }
          const again = decide(command, state)
          if (state.type === 'Present') expect(again).toEqual(E.right([]))
          if (state.type !== 'Present') continue
          reached.add(state.bot.phase)
          if (state.bot.phase === 'JoinedRecording') {
            expect(state.bot.recording).not.toBe('NotStarted')
          }
        }
      }),
      { numRuns: 300 },
    )
    expect([...reached].toSorted()).toEqual([...PHASES].toSorted())
  })

  test('evolve takes any history, and a deleted bot stays deleted', () => {
    fc.assert(
      fc.property(fc.array(aHappening, { maxLength: 30 }), (history) => {
        let state: State = initialState
        for (const happened of history) {
          const before = state
          state = evolve(state, happened)
          if (before.type === 'Deleted') expect(state).toBe(before)
        }
      }),
    )
  })
})
