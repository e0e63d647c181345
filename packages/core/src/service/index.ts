export type {
  AdvanceBot,
  AlignBotsRequest,
  BotFailure,
  BotRef,
  BotRefusal,
  BotScheduled,
  BotsOfRequest,
  ScheduleBot,
} from './bots/index.js'
export { eventsMovedIn } from './bots/index.js'
export type { TrainingFailure } from './again-if-stale.js'
export type { BookmarksRequest } from './bookmarks.js'
export {
  type Calendar as CalendarService,
  type CalendarOptions,
  createCalendar,
} from './calendar.js'
export type { Change, Onlooker } from './change.js'
export type { Changes, ChangesRequest } from './changes.js'
export * from './command.js'
export { DEFAULT_RETENTION_MS, openDirectory } from './defaults.js'
export * from './failure.js'
export type { FindTimesRequest } from './find-times.js'
export type { FollowRequest } from './follow-pages.js'
export type { FreeBusy, FreeBusyRequest } from './free-busy.js'
export type { Explained, ExplainRequest } from './explain.js'
export type { GetOccurrenceRequest } from './get-occurrence.js'
export type { GetRequest } from './get.js'
export type { Executed } from './handle.js'
export type { GetManyRequest } from './get-many.js'
export type { HistoryPage, HistoryRequest } from './history.js'
export type { NumberedPage, NumberedRequest } from './numbered-page.js'
export type { NumberedRow } from './numbered-row.js'
export type { OccurrenceView } from './occurrence-view.js'
export type { ImportRequest, ImportResult } from './import-events.js'
export type { Ingested, IngestRequest } from './ingest.js'
export type { ListRequest, Page } from './list.js'
export type { OverviewRequest } from './overview.js'
export type { PositionRequest } from './position.js'
export { KalendsError, promised } from './promise.js'
export type { RegisterRequest, Registration } from './register.js'
export type { ReplayRequest } from './replay-resets.js'
export { type AnswerDifference, replayedResets } from './replayed-resets.js'
export type { Only, Side, Sliced, SlicedRow, SliceRequest } from './slice.js'
export type { TenantEvent, TenantEventsPage } from './tenant-events.js'
export type { ChangedSince, SyncWindow, TenantEventsFilter } from './tenant-filter.js'
export type { TenantEventsRequest } from './tenant-request.js'
export type { BookmarkFailure, BookmarkToggled, ToggleBookmark } from './toggle-bookmark.js'
export type { Watch, Watched, WatchRequest } from './watch.js'
export * from './webhooks/index.js'
