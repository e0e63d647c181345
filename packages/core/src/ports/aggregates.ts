import type * as t from 'io-ts'
import type { CalendarDomainEvent, CalendarState } from '../calendar/index.js'
import {
  CalendarDomainEventCodec,
  CalendarStateCodec,
  evolveCalendar,
  initialCalendarState,
} from '../calendar/index.js'
import type { DomainEvent, State } from '../event/index.js'
import { DomainEventCodec, evolve, initialState, StateCodec } from '../event/index.js'

/** What a store must know of an aggregate: how to fold it, and how to write it down. */
export interface Aggregate<S, H> {
  readonly initialState: S
  readonly evolve: (state: S, happened: H) => S
  /** The stored form of a domain event; `schemaVersion` is written beside it. */
  readonly domainEvent: t.Type<H, unknown>
  readonly schemaVersion: number
  /** The stored form of a folded state; a snapshot of another version is ignored. */
  readonly state: t.Type<S, unknown>
  readonly snapshotVersion: number
}

/** The kinds of stream in a tenant's log: what each folds to, and what can happen to it. */
interface Kinds {
  readonly event: { readonly state: State; readonly happened: DomainEvent }
  readonly calendar: { readonly state: CalendarState; readonly happened: CalendarDomainEvent }
}

/** The name of a kind of stream. */
export type AggregateName = keyof Kinds
/** What a stream of a kind folds to. */
export type StateOf<K extends AggregateName> = Kinds[K]['state']
/** What can happen in a stream of a kind. */
export type DomainEventOf<K extends AggregateName> = Kinds[K]['happened']

/** Every kind of stream. A stream is named by its aggregate and an id. */
export const aggregates: {
  readonly [K in AggregateName]: Aggregate<StateOf<K>, DomainEventOf<K>>
} = {
  event: {
    initialState,
    evolve,
    domainEvent: DomainEventCodec,
    schemaVersion: 1,
    state: StateCodec,
    snapshotVersion: 2,
  },
  calendar: {
    initialState: initialCalendarState,
    evolve: evolveCalendar,
    domainEvent: CalendarDomainEventCodec,
    schemaVersion: 1,
    state: CalendarStateCodec,
    snapshotVersion: 2,
  },
}
