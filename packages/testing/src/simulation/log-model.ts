import type { CalendarEvent, OutboxMessage, Recorded, State, Stream } from '@kalends/core'
import { advance, emptyStream, initialState, planNotifications } from '@kalends/core'
import { checkSpots } from './check-spots.js'
import { expectThat } from './expect.js'

/** All that one command wrote: one stretch of the log. */
export interface Run {
  readonly commandId: string
  readonly events: readonly Recorded[]
}

/** One tenant's log as it was seen to grow, and what follows from it. */
export interface LogModel {
  readonly log: () => readonly Recorded[]
  /** Adds what came next, in whole commits. Gives the ids of the calendar events it was about. */
  readonly grow: (events: readonly Recorded[]) => readonly string[]
  readonly runOf: (commandId: string) => Run | undefined
  /** A calendar event as it was right after a position. */
  readonly stateAt: (uid: string, position: number) => State
  readonly eventsAt: (position: number) => readonly CalendarEvent[]
  /** The ids of the messages that the log gives rise to. */
  readonly planned: ReadonlySet<OutboxMessage['messageId']>
}

interface Version {
  readonly state: State
  readonly validFrom: number
}

/** An empty log. */
export const newLogModel = (): LogModel => {
  const log: Recorded[] = []
  const runs = new Map<string, Run>()
  const streams = new Map<string, Stream>()
  const versions = new Map<string, readonly Version[]>()
  const planned = new Set<string>()

  const fold = (recorded: Recorded) => {
    const key = `${recorded.aggregate}/${recorded.streamId}`
    const before = streams.get(key) ?? emptyStream(recorded.aggregate, recorded.streamId)
    follows(log.at(-1), recorded)
    isOne('a stream has no gaps', recorded.version - before.version, recorded)
    log.push(recorded)
    streams.set(key, advance(before, recorded))
  }
  const commit = (run: Run) => {
    expectThat('a command is in the log once', {
      holds: !runs.has(run.commandId) && new Set(run.events.map((e) => e.recordedAt)).size === 1,
      detail: () => JSON.stringify(run.events),
    })
    runs.set(run.commandId, run)
    for (const recorded of run.events) fold(recorded)
    for (const stream of trainingsIn(run)) {
      if (stream.aggregate === 'training')
        checkSpots(stream.state, (uid) => stateOf(streams.get(`event/${uid}`)))
    }
    for (const [uid, own] of byEvent(run.events)) {
      const state = stateOf(streams.get(`event/${uid}`))
      versions.set(uid, [...(versions.get(uid) ?? []), { state, validFrom: log.length }])
      for (const id of messageIds(own, state)) planned.add(id)
    }
  }
  const trainingsIn = ({ events }: Run) =>
    events.flatMap(({ aggregate, streamId }) => streams.get(`${aggregate}/${streamId}`) ?? [])
  const stateAt = (uid: string, position: number) =>
    versions.get(uid)?.findLast(({ validFrom }) => validFrom <= position)?.state ?? initialState
  return {
    log: () => log,
    grow: (events) => {
      for (const run of runsIn(events)) commit(run)
      return [...byEvent(events).keys()]
    },
    runOf: (commandId) => runs.get(commandId),
    stateAt,
    eventsAt: (position) =>
      [...versions.keys()]
        .map((uid) => stateAt(uid, position))
        .flatMap((state) => (state.type === 'Absent' ? [] : [state.event])),
    planned,
  }
}

const isOne = (invariant: string, step: number, recorded: Recorded) =>
  expectThat(invariant, { holds: step === 1, detail: () => JSON.stringify(recorded) })

const follows = (before: Recorded | undefined, recorded: Recorded) => {
  isOne('positions have no gaps', recorded.position - (before?.position ?? 0), recorded)
  expectThat('stamps never go back', {
    holds: recorded.recordedAt >= (before?.recordedAt ?? 0),
    detail: () => JSON.stringify([before, recorded]),
  })
}

const runsIn = (events: readonly Recorded[]): readonly Run[] => {
  const runs: Run[] = []
  for (const recorded of events) {
    const last = runs.at(-1)
    if (last?.commandId !== recorded.commandId) {
      runs.push({ commandId: recorded.commandId, events: [recorded] })
    } else runs[runs.length - 1] = { ...last, events: [...last.events, recorded] }
  }
  return runs
}

const byEvent = (events: readonly Recorded[]): ReadonlyMap<string, readonly Recorded[]> => {
  const found = new Map<string, readonly Recorded[]>()
  for (const each of events) {
    if (each.aggregate === 'event') {
      found.set(each.streamId, [...(found.get(each.streamId) ?? []), each])
    }
  }
  return found
}

const stateOf = (stream: Stream | undefined): State =>
  stream?.aggregate === 'event' ? stream.state : initialState

const messageIds = (own: readonly Recorded[], after: State): readonly string[] => {
  const last = own.at(-1)
  if (last === undefined) return []
  const happened = own.flatMap((each) => (each.aggregate === 'event' ? [each.happened] : []))
  const actor = last.actor.type === 'User' ? last.actor.userId : null
  return planNotifications({ actor, happened, after }).map(
    ({ recipient }) => `${last.eventId}:${recipient}`,
  )
}
