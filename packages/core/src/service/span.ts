import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { State, TenantId, Uid } from '../event/index.js'
import { evolve, initialState } from '../event/index.js'
import type { EventStore, RecordedOf, StoreFailure } from '../ports/index.js'
import type { Between } from './change.js'
import { isHeard } from './is-heard.js'
import { wholeStream } from './whole-stream.js'

/** What happened to an event within a stretch of the log, `(after, until]`. */
export interface Span {
  readonly tenantId: TenantId
  readonly uid: Uid
  readonly after: number
  readonly until: number
}

/** A span with both its ends. `Unheard`: all of it was done in silence. */
export interface Spanned extends Between {
  readonly loudness: 'Heard' | 'Unheard'
}

/** Reads spans. */
export type ReadSpan = (span: Span) => TE.TaskEither<StoreFailure, Spanned>

/** Reads spans from a store. The cost of one follows the event's history. */
export const readSpan =
  (store: EventStore): ReadSpan =>
  (span) =>
    pipe(
      wholeStream(store, span),
      TE.bindTo('own'),
      TE.bind('origin', ({ own }) => originOf(store, span, own)),
      TE.map(({ own, origin }) => spanned(span, own, [...origin, ...own])),
    )

type History = readonly RecordedOf<'event'>[]

/** The history of the series that the event was split off, where it was within the span. */
const originOf = (
  store: EventStore,
  { tenantId, after, until }: Span,
  own: History,
): TE.TaskEither<StoreFailure, History> => {
  const first = own[0]
  return first?.happened.type === 'SplitOff' && first.position > after
    ? wholeStream(store, { tenantId, uid: first.happened.splitFrom, until })
    : TE.right([])
}

const spanned = ({ uid, after }: Span, own: History, history: History): Spanned => {
  const earlier = own.filter(({ position }) => position <= after)
  const within = own.slice(earlier.length)
  const before = folded(initialState, earlier)
  return {
    uid,
    before,
    after: folded(before, within),
    happened: within.map(({ happened }) => happened),
    loudness: within.some((each) => isHeard(each, history)) ? 'Heard' : 'Unheard',
  }
}

const folded = (from: State, history: History): State =>
  history.reduce((state, { happened }) => evolve(state, happened), from)
