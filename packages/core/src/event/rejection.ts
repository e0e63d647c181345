import type { RecurrenceRejection } from '../recurrence/index.js'
import type { Problem } from './problem.js'

/** Why the recurrence of an event was refused. `StartOffRule`: its rule yields another first occurrence than its start. */
export type RecurrenceRefusal =
  | RecurrenceRejection
  | { readonly type: 'StartOffRule' }
  | { readonly type: 'FractionalSeconds' }
  | { readonly type: 'TooManyInADay'; readonly limit: number }
  | { readonly type: 'TooManyAtOnce'; readonly limit: number }

/**
 * Why the domain refused a command. Data only: each facade maps it to its own wire.
 *
 * `NotFound` also stands for what the actor may not see. `NotOrganizer` is said only to participants,
 * and to whoever creates under an id that another organizer already uses. Of a live-session spot: `SpotFull`, others have
 * every place; `SpotClosed`, it was withdrawn.
 */
export type Rejection =
  | { readonly type: 'InvalidFields'; readonly problems: readonly Problem[] }
  | { readonly type: 'TooManyUsers'; readonly limit: number; readonly count: number }
  | { readonly type: 'TooManyChannels'; readonly limit: number; readonly count: number }
  | { readonly type: 'InvalidTimeRange' }
  | { readonly type: 'EmptyPatch' }
  | { readonly type: 'NotFound' }
  | { readonly type: 'NotOrganizer' }
  | { readonly type: 'RevisionMismatch'; readonly revision: number }
  | { readonly type: 'EventCancelled' }
  | { readonly type: 'InvalidRecurrence'; readonly refusal: RecurrenceRefusal }
  | { readonly type: 'TooManyOverrides'; readonly limit: number }
  | { readonly type: 'SpotFull' }
  | { readonly type: 'SpotClosed' }
