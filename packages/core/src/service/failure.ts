import type { CalendarRejection } from '../calendar/index.js'
import type { Rejection } from '../event/index.js'
import type { AppendFailure, DirectoryFailure } from '../ports/index.js'

/** Why a command did not happen. `StoreFailure` and `DirectoryFailure` may pass: asking again is safe. */
export type CommandFailure = AppendFailure<Rejection | CalendarRejection> | DirectoryFailure

/** Why a read gave nothing. */
export type ReadFailure =
  | { readonly type: 'Rejected'; readonly rejection: Rejection }
  | { readonly type: 'InvalidCursor' }
  | { readonly type: 'CursorExpired' }
  | { readonly type: 'SnapshotExpired' }
  | { readonly type: 'InvalidAsOf' }
  | AppendFailure<never>
