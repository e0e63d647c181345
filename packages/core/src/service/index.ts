export {
  type Calendar as CalendarService,
  type CalendarOptions,
  createCalendar,
} from './calendar.js'
export type { Change, Changes, ChangesRequest } from './changes.js'
export * from './command.js'
export { DEFAULT_RETENTION_MS, openDirectory } from './defaults.js'
export * from './failure.js'
export type { FollowRequest } from './follow.js'
export type { FreeBusy, FreeBusyRequest } from './free-busy.js'
export type { GetRequest } from './get.js'
export type { Executed } from './handle.js'
export type { HistoryPage, HistoryRequest } from './history.js'
export type { ListRequest, Page } from './list.js'
export type { OverviewRequest } from './overview.js'
export { KalendsError, promised } from './promise.js'
