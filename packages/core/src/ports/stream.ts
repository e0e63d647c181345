import type { AggregateName, StateOf } from './aggregates.js'
import { aggregates } from './aggregates.js'
import type { Recorded, RecordedOf } from './recorded.js'

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
export const emptyStream = (aggregate: AggregateName, streamId: string): Stream => {
  const empty = { streamId, version: 0 }
  switch (aggregate) {
    case 'event':
      return { aggregate, ...empty, state: aggregates.event.initialState }
    case 'calendar':
      return { aggregate, ...empty, state: aggregates.calendar.initialState }
    case 'bookmark':
      return { aggregate, ...empty, state: aggregates.bookmark.initialState }
    case 'training':
      return { aggregate, ...empty, state: aggregates.training.initialState }
    case 'bot':
      return { aggregate, ...empty, state: aggregates.bot.initialState }
    case 'webhook':
      return { aggregate, ...empty, state: aggregates.webhook.initialState }
  }
}

/** Folds one more domain event of the same stream. Another stream's is ignored. */
export const advance = (stream: Stream, recorded: Recorded): Stream => {
  if (stream.aggregate === 'event' && recorded.aggregate === 'event') {
    return advanced(stream, recorded)
  }
  if (stream.aggregate === 'calendar' && recorded.aggregate === 'calendar') {
    return advanced(stream, recorded)
  }
  if (stream.aggregate === 'bookmark' && recorded.aggregate === 'bookmark') {
    return advanced(stream, recorded)
  }
  if (stream.aggregate === 'training' && recorded.aggregate === 'training') {
    return advanced(stream, recorded)
  }
  if (stream.aggregate === 'bot' && recorded.aggregate === 'bot') {
    return advanced(stream, recorded)
  }
  if (stream.aggregate === 'webhook' && recorded.aggregate === 'webhook') {
    return advanced(stream, recorded)
  }
  return stream
}

const advanced = <K extends AggregateName>(
  stream: StreamOf<K>,
  { version, happened }: RecordedOf<K>,
): StreamOf<K> => ({
  ...stream,
  version,
  state: aggregates[stream.aggregate].evolve(stream.state, happened),
})
