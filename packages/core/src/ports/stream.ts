import type { AggregateName, StateOf } from './aggregates.js'
import { aggregates } from './aggregates.js'
import type { Recorded } from './recorded.js'

/** One stream folded: `version` is that of its last domain event, 0 before the first. */
export interface StreamOf<K extends AggregateName> {
  readonly aggregate: K
  readonly streamId: string
  readonly version: number
  readonly state: StateOf<K>
}

/** A folded stream of any aggregate, told apart by `aggregate`. */
export type Stream = { [K in AggregateName]: StreamOf<K> }[AggregateName]

/** A stream in which nothing has happened. */
export const emptyStream = (aggregate: AggregateName, streamId: string): Stream =>
  aggregate === 'event'
    ? { aggregate, streamId, version: 0, state: aggregates.event.initialState }
    : { aggregate, streamId, version: 0, state: aggregates.calendar.initialState }

/** Folds one more domain event of the same stream. Another stream's is ignored. */
export const advance = (stream: Stream, recorded: Recorded): Stream => {
  const { version } = recorded
  if (stream.aggregate === 'event' && recorded.aggregate === 'event') {
    return { ...stream, version, state: aggregates.event.evolve(stream.state, recorded.happened) }
  }
  if (stream.aggregate === 'calendar' && recorded.aggregate === 'calendar') {
    return {
      ...stream,
      version,
      state: aggregates.calendar.evolve(stream.state, recorded.happened),
    }
  }
  return stream
}
