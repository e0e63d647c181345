import { randomBytes } from 'node:crypto'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { Bot, BotRejection } from '../bot/index.js'
import type { Calendar as CalendarRecord } from '../calendar/index.js'
import type { CalendarEvent, EventLimits, RsvpResetPolicy, Uid } from '../event/index.js'
import { defaultLimits } from '../event/index.js'
import type { FoundTime, Overview } from '../occurrence/index.js'
import { explicit } from '../policy/index.js'
import type {
  AppendFailure,
  Clock,
  Directory,
  EventQueries,
  EventStore,
  Ids,
  Recorded,
  StoreFailure,
} from '../ports/index.js'
import { randomIds, systemClock } from '../ports/index.js'
import type {
  AdvanceBot,
  AlignBotsRequest,
  BotFailure,
  BotRef,
  BotScheduled,
  BotsOfRequest,
  ScheduleBot,
} from './bots/index.js'
import {
  advanceBot,
  alignBots,
  botsAligned,
  botsOf,
  getBot,
  launchBot,
  scheduleBot,
} from './bots/index.js'
import type { TrainingFailure } from './again-if-stale.js'
import type { BookmarksRequest } from './bookmarks.js'
import { bookmarks } from './bookmarks.js'
import type { Changes, ChangesRequest } from './changes.js'
import { changes } from './changes.js'
import type { CalendarAsk, EventCommand } from './command.js'
import { DEFAULT_RETENTION_MS, openDirectory } from './defaults.js'
import type { CommandFailure, ReadFailure } from './failure.js'
import type { FindTimesRequest } from './find-times.js'
import { findTimes } from './find-times.js'
import { follow } from './follow.js'
import type { FollowRequest } from './follow-pages.js'
import type { FreeBusy, FreeBusyRequest } from './free-busy.js'
import { freeBusy } from './free-busy.js'
import type { Explained, ExplainRequest } from './explain.js'
import { explain } from './explain.js'
import type { GetOccurrenceRequest } from './get-occurrence.js'
import { getOccurrence } from './get-occurrence.js'
import type { GetRequest } from './get.js'
import { get } from './get.js'
import type { GetManyRequest } from './get-many.js'
import { getMany } from './get-many.js'
import type { Executed } from './handle.js'
import { handle } from './handle.js'
import { handleCalendar } from './handle-calendar.js'
import type { HistoryPage, HistoryRequest } from './history.js'
import { history } from './history.js'
import type { ImportRequest, ImportResult } from './import-events.js'
import { importEvents } from './import-events.js'
import type { Ingested, IngestRequest } from './ingest.js'
import { ingest } from './ingest.js'
import type { ListRequest, Page } from './list.js'
import { list } from './list.js'
import type { NumberedPage, NumberedRequest } from './numbered-page.js'
import { numberedPage } from './numbered-page.js'
import type { OverviewRequest } from './overview.js'
import { overview } from './overview.js'
import type { OccurrenceView } from './occurrence-view.js'
import type { Parts } from './parts.js'
import type { PositionRequest } from './position.js'
import { position } from './position.js'
import { promised } from './promise.js'
import type { RegisterRequest, Registration } from './register.js'
import { register } from './register.js'
import type { ReplayRequest } from './replay-resets.js'
import { replayResets } from './replay-resets.js'
import type { AnswerDifference } from './replayed-resets.js'
import type { Sliced, SliceRequest } from './slice.js'
import { slice } from './slice.js'
import type { TenantEventsPage } from './tenant-events.js'
import { tenantEvents } from './tenant-events.js'
import type { TenantEventsRequest } from './tenant-request.js'
import type { BookmarkFailure, BookmarkToggled, ToggleBookmark } from './toggle-bookmark.js'
import { toggleBookmark } from './toggle-bookmark.js'
import type { Watch, WatchRequest } from './watch.js'
import { watch } from './watch.js'

/** What `createCalendar` is given. Only the store is needed. */
export interface CalendarOptions {
  readonly store: EventStore & EventQueries
  /** Default: every user id exists, there are no channels. */
  readonly directory?: Directory
  readonly clock?: Clock
  readonly ids?: Ids
  /** For calendars that chose none. Default: `explicit`, answers are reset when asked for. */
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
  /** Imports many events: each on its own, as `execute` does. */
  readonly importEvents: (
    request: ImportRequest,
  ) => TE.TaskEither<CommandFailure, readonly ImportResult[]>
  /** Runs a command on a calendar. */
  readonly manage: (ask: CalendarAsk) => TE.TaskEither<CommandFailure, CalendarRecord>
  /** Adds a bookmark of the actor's, or removes it where it is. */
  readonly toggleBookmark: (
    request: ToggleBookmark,
  ) => TE.TaskEither<BookmarkFailure, BookmarkToggled>
  /** The ids of what a viewer has bookmarked. */
  readonly bookmarks: (
    request: BookmarksRequest,
  ) => TE.TaskEither<StoreFailure, ReadonlySet<string>>
  /** Takes in a fact about live sessions and trainings from upstream. */
  readonly ingest: (request: IngestRequest) => TE.TaskEither<TrainingFailure, Ingested>
  /** The actor takes a live-session spot. */
  readonly register: (request: RegisterRequest) => TE.TaskEither<TrainingFailure, Registration>
  /** The actor gives a live-session spot back. */
  readonly unregister: (request: RegisterRequest) => TE.TaskEither<TrainingFailure, Registration>
  readonly get: (request: GetRequest) => TE.TaskEither<ReadFailure, CalendarEvent>
  readonly getOccurrence: (
    request: GetOccurrenceRequest,
  ) => TE.TaskEither<ReadFailure, OccurrenceView>
  /** Several events at once; those that the viewer does not participate in are left out. */
  readonly getMany: (
    request: GetManyRequest,
  ) => TE.TaskEither<ReadFailure, ReadonlyMap<Uid, CalendarEvent>>
  readonly list: (request: ListRequest) => TE.TaskEither<ReadFailure, Page>
  /** A page of all that is in a user's calendar, by how many rows come before it. */
  readonly numberedPage: (request: NumberedRequest) => TE.TaskEither<ReadFailure, NumberedPage>
  /** A slice of a listing by the cursors of its rows. */
  readonly slice: (request: SliceRequest) => TE.TaskEither<ReadFailure, Sliced>
  /** A page of the events of a whole tenant, whoever participates. */
  readonly tenantEvents: (
    request: TenantEventsRequest,
  ) => TE.TaskEither<ReadFailure, TenantEventsPage>
  /** Sends a bot into a call at a time. */
  readonly scheduleBot: (request: ScheduleBot) => TE.TaskEither<BotFailure, BotScheduled>
  readonly getBot: (ref: BotRef) => TE.TaskEither<AppendFailure<BotRejection>, Bot>
  /** Notes how far a bot has come. */
  readonly advanceBot: (request: AdvanceBot) => TE.TaskEither<BotFailure, Bot>
  /** The bots of the rows of a tenant's listing. */
  readonly botsOf: (
    request: BotsOfRequest,
  ) => TE.TaskEither<StoreFailure, ReadonlyMap<string, readonly Bot[]>>
  /** Gives a bot whose time has come to one caller, ever. For what runs bots. */
  readonly launchBot: (ref: BotRef) => TE.TaskEither<AppendFailure<BotRejection>, Bot | null>
  /** Brings bots to where their events are. Every command does it; for what follows the log. */
  readonly alignBots: (
    request: AlignBotsRequest,
  ) => TE.TaskEither<AppendFailure<BotRejection>, number>
  /** How far a tenant's log has come. */
  readonly position: (request: PositionRequest) => TE.TaskEither<ReadFailure, number>
  readonly overview: (request: OverviewRequest) => TE.TaskEither<ReadFailure, Overview>
  readonly freeBusy: (request: FreeBusyRequest) => TE.TaskEither<ReadFailure, readonly FreeBusy[]>
  /** The first times at which several users work and are free. */
  readonly findTimes: (
    request: FindTimesRequest,
  ) => TE.TaskEither<ReadFailure, readonly FoundTime[]>
  /** What changed in a viewer's calendar since a token. */
  readonly changes: (request: ChangesRequest) => TE.TaskEither<ReadFailure, Changes>
  readonly history: (request: HistoryRequest) => TE.TaskEither<ReadFailure, HistoryPage>
  /** Which answers would stand elsewhere under another reset policy. */
  readonly replayResets: (
    request: ReplayRequest,
  ) => TE.TaskEither<ReadFailure, readonly AnswerDifference[]>
  /** What made one occurrence of a series what it is. */
  readonly explain: (request: ExplainRequest) => TE.TaskEither<ReadFailure, Explained>
  /** The changes of a viewer's calendar as they happen. */
  readonly watch: (request: WatchRequest) => TE.TaskEither<ReadFailure, Watch>
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
  const bare = partsOf(options)
  const parts: Parts = { ...bare, store: botsAligned(bare) }
  const functions: Functions = {
    execute: handle(parts),
    importEvents: importEvents(parts),
    manage: handleCalendar(parts),
    toggleBookmark: toggleBookmark(parts),
    bookmarks: bookmarks(parts),
    ingest: ingest(parts),
    register: register('Register')(parts),
    unregister: register('Unregister')(parts),
    get: get(parts),
    getOccurrence: getOccurrence(parts),
    getMany: getMany(parts),
    list: list(parts),
    numberedPage: numberedPage(parts),
    slice: slice(parts),
    tenantEvents: tenantEvents(parts),
    scheduleBot: scheduleBot(parts),
    getBot: getBot(parts),
    advanceBot: advanceBot(parts),
    botsOf: botsOf(parts),
    launchBot: launchBot(parts),
    alignBots: alignBots(parts),
    position: position(parts),
    overview: overview(parts),
    freeBusy: freeBusy(parts),
    findTimes: findTimes(parts),
    changes: changes(parts),
    history: history(parts),
    replayResets: replayResets(parts),
    explain: explain(parts),
    watch: watch(parts),
  }
  return {
    ...functions,
    follow: (request) => follow(parts.store, request),
    promises: {
      execute: promised(functions.execute),
      importEvents: promised(functions.importEvents),
      manage: promised(functions.manage),
      toggleBookmark: promised(functions.toggleBookmark),
      bookmarks: promised(functions.bookmarks),
      ingest: promised(functions.ingest),
      register: promised(functions.register),
      unregister: promised(functions.unregister),
      get: promised(functions.get),
      getOccurrence: promised(functions.getOccurrence),
      getMany: promised(functions.getMany),
      list: promised(functions.list),
      numberedPage: promised(functions.numberedPage),
      slice: promised(functions.slice),
      tenantEvents: promised(functions.tenantEvents),
      scheduleBot: promised(functions.scheduleBot),
      getBot: promised(functions.getBot),
      advanceBot: promised(functions.advanceBot),
      botsOf: promised(functions.botsOf),
      launchBot: promised(functions.launchBot),
      alignBots: promised(functions.alignBots),
      position: promised(functions.position),
      overview: promised(functions.overview),
      freeBusy: promised(functions.freeBusy),
      findTimes: promised(functions.findTimes),
      changes: promised(functions.changes),
      history: promised(functions.history),
      replayResets: promised(functions.replayResets),
      explain: promised(functions.explain),
      watch: promised(functions.watch),
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
