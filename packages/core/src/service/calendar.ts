import { randomBytes } from 'node:crypto'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { Calendar as CalendarRecord } from '../calendar/index.js'
import type { CalendarEvent, EventLimits, RsvpResetPolicy } from '../event/index.js'
import { defaultLimits } from '../event/index.js'
import type { Overview } from '../occurrence/index.js'
import { explicit } from '../policy/index.js'
import type { Clock, Directory, EventQueries, EventStore, Ids, Recorded } from '../ports/index.js'
import { randomIds, systemClock } from '../ports/index.js'
import type { Changes, ChangesRequest } from './changes.js'
import { changes } from './changes.js'
import type { CalendarAsk, EventCommand } from './command.js'
import { DEFAULT_RETENTION_MS, openDirectory } from './defaults.js'
import type { CommandFailure, ReadFailure } from './failure.js'
import type { FollowRequest } from './follow.js'
import { follow } from './follow.js'
import type { FreeBusy, FreeBusyRequest } from './free-busy.js'
import { freeBusy } from './free-busy.js'
import type { GetRequest } from './get.js'
import { get } from './get.js'
import type { Executed } from './handle.js'
import { handle } from './handle.js'
import { handleCalendar } from './handle-calendar.js'
import type { HistoryPage, HistoryRequest } from './history.js'
import { history } from './history.js'
import type { ListRequest, Page } from './list.js'
import { list } from './list.js'
import type { OverviewRequest } from './overview.js'
import { overview } from './overview.js'
import type { Parts } from './parts.js'
import { promised } from './promise.js'

/** What `createCalendar` is given. Only the store is needed. */
export interface CalendarOptions {
  readonly store: EventStore & EventQueries
  /** Default: every user id exists, there are no channels. */
  readonly directory?: Directory
  readonly clock?: Clock
  readonly ids?: Ids
  /** Default: `explicit`, answers are reset when asked for. */
  readonly resetPolicy?: RsvpResetPolicy
  readonly limits?: Partial<EventLimits>
  /** Signs cursors. Default: random, so that cursors end with the process. */
  readonly secret?: string
  /** How long cursors live and how far back `asOf` reaches. Default 24 hours. */
  readonly retentionMs?: number
}

/** Every function answers with a `TaskEither`; `promises` has the same ones, which throw a `KalendsError`. */
export interface Calendar extends Functions {
  readonly promises: Promised<Functions>
  /** The domain events of a tenant's log after a position, for ever. */
  readonly follow: (request: FollowRequest) => AsyncGenerator<Recorded, void, undefined>
}

interface Functions {
  /** Runs a command on an event. */
  readonly execute: (command: EventCommand) => TE.TaskEither<CommandFailure, Executed>
  /** Runs a command on a calendar. */
  readonly manage: (ask: CalendarAsk) => TE.TaskEither<CommandFailure, CalendarRecord>
  readonly get: (request: GetRequest) => TE.TaskEither<ReadFailure, CalendarEvent>
  readonly list: (request: ListRequest) => TE.TaskEither<ReadFailure, Page>
  readonly overview: (request: OverviewRequest) => TE.TaskEither<ReadFailure, Overview>
  readonly freeBusy: (request: FreeBusyRequest) => TE.TaskEither<ReadFailure, readonly FreeBusy[]>
  /** What changed in a viewer's calendar since a token. */
  readonly changes: (request: ChangesRequest) => TE.TaskEither<ReadFailure, Changes>
  readonly history: (request: HistoryRequest) => TE.TaskEither<ReadFailure, HistoryPage>
}

type Promised<T> = {
  readonly [K in keyof T]: T[K] extends (request: infer Q) => TE.TaskEither<infer _F, infer A>
    ? (request: Q) => Promise<A>
    : never
}

/**
 * The calendar that a service embeds: commands and reads over one store, for all its tenants.
 *
 * Holds no connection and no timer of its own; closing the store is its owner's.
 */
export const createCalendar = (options: CalendarOptions): Calendar => {
  const parts = partsOf(options)
  const functions: Functions = {
    execute: handle(parts),
    manage: handleCalendar(parts),
    get: get(parts),
    list: list(parts),
    overview: overview(parts),
    freeBusy: freeBusy(parts),
    changes: changes(parts),
    history: history(parts),
  }
  return {
    ...functions,
    follow: (request) => follow(parts.store, request),
    promises: {
      execute: promised(functions.execute),
      manage: promised(functions.manage),
      get: promised(functions.get),
      list: promised(functions.list),
      overview: promised(functions.overview),
      freeBusy: promised(functions.freeBusy),
      changes: promised(functions.changes),
      history: promised(functions.history),
    },
  }
}

const partsOf = (options: CalendarOptions): Parts => ({
  store: options.store,
  directory: options.directory ?? openDirectory,
  clock: options.clock ?? systemClock,
  ids: options.ids ?? randomIds,
  resetPolicy: options.resetPolicy ?? explicit,
  limits: { ...defaultLimits, ...options.limits },
  secret: options.secret ?? randomBytes(32).toString('base64url'),
  retentionMs: options.retentionMs ?? DEFAULT_RETENTION_MS,
})
