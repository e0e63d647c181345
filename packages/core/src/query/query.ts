import type { ParticipationStatus, TenantId, UserId } from '../event/index.js'
import type { Instant, TimeZoneId, Window } from '../time/index.js'
import type { Direction } from './order.js'

/** Whose calendar is read, and by whom. */
export interface Viewer {
  readonly tenantId: TenantId
  readonly userId: UserId
}

/**
 * Which occurrences a listing holds, and in which order: what a cursor carries and is bound to.
 *
 * `answers` keeps those whose viewer's own answer is among them; null keeps all. `listing` is the
 * calendar as it stands, or the cancelled events that the viewer organizes. `timeZone` is where all-day
 * events are compared and sorted. `rows` tells whether each occurrence of a series is a row, which is
 * the default, or each series; to single events it makes no difference. `audience` tells
 * whether events in which the viewer does not participate are listed because they are public; the default is that they
 * are not, nor are they where `answers` says which.
 */
export interface Filter {
  readonly window: Window
  readonly answers: readonly ParticipationStatus[] | null
  readonly listing: 'Active' | 'Cancelled'
  readonly direction: Direction
  readonly timeZone: TimeZoneId
  readonly rows?: 'Occurrences' | 'Series'
  readonly audience?: 'Participant' | 'Visible'
}

/** A moment of the log that a read sees: a position, or the last one recorded by an instant. */
export type AsOf =
  | { readonly type: 'Position'; readonly position: number }
  | { readonly type: 'Instant'; readonly at: Instant }
