import type { CalendarRejection } from '../calendar/index.js'
import type { Rejection, Uid } from '../event/index.js'
import type { AppendFailure, DirectoryFailure, StoreFailure } from '../ports/index.js'

/** Why a command did not happen. `StoreFailure` and `DirectoryFailure` may pass: asking again is safe. */
export type CommandFailure = AppendFailure<Rejection | CalendarRejection> | DirectoryFailure

/**
 * Why the series of a viewer could not be listed. `UnboundedWindow`: backward from the end of time, through a series
 * that has none. `RecurrenceTooCostly`: a recurrence yields nothing for too long. `TooManyOccurrences`: more than
 * are read at once where all of a window are.
 */
export type SeriesFailure =
  | { readonly type: 'UnboundedWindow' }
  | { readonly type: 'RecurrenceTooCostly'; readonly uid: Uid }
  | { readonly type: 'TooManyOccurrences'; readonly limit: number }
  | StoreFailure

/** Why a read gave nothing. */
export type ReadFailure =
  | { readonly type: 'Rejected'; readonly rejection: Rejection }
  | { readonly type: 'InvalidCursor' }
  | { readonly type: 'CursorExpired' }
  | { readonly type: 'SnapshotExpired' }
  | { readonly type: 'InvalidAsOf' }
  | SeriesFailure
  | AppendFailure<never>
