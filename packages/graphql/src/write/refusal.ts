import type { CalendarRejection, Rejection } from '@kalends/core'

/** Why the domain would not do what it was asked. */
export interface Refusal {
  readonly type: 'Refusal'
  readonly reason:
    | 'NOT_FOUND'
    | 'NOT_ORGANIZER'
    | 'REVISION_MISMATCH'
    | 'EVENT_CANCELLED'
    | 'NOT_ELIGIBLE'
    | 'SPOT_FULL'
    | 'SPOT_CLOSED'
    | 'TOO_MANY_OVERRIDES'
    | 'TOO_MANY_BOOKMARKS'
  readonly message: string
  /** The revision there is, where another was expected. */
  readonly revision: number | null
}

/** The refusal as data; null for what the caller could have known, which is an error. */
export const refusalOf = (rejection: Rejection | CalendarRejection): Refusal | null => {
  switch (rejection.type) {
    case 'NotFound':
      return noSuchEvent
    case 'NotOrganizer':
    case 'NotOwner':
      return refusal('NOT_ORGANIZER', 'Only the organizer may do this')
    case 'EventCancelled':
      return refusal('EVENT_CANCELLED', 'The event is cancelled')
    case 'RevisionMismatch':
      return {
        ...refusal('REVISION_MISMATCH', 'The event has another revision'),
        revision: rejection.revision,
      }
    case 'TooManyOverrides':
      return refusal(
        'TOO_MANY_OVERRIDES',
        `At most ${rejection.limit} occurrences of a series may differ from it`,
      )
    case 'SpotFull':
      return spotFull
    case 'SpotClosed':
      return spotClosed
    case 'InvalidFields':
    case 'TooManyUsers':
    case 'TooManyChannels':
    case 'InvalidTimeRange':
    case 'EmptyPatch':
    case 'InvalidRecurrence':
      return null
  }
}

const refusal = (reason: Refusal['reason'], message: string): Refusal => ({
  type: 'Refusal',
  reason,
  message,
  revision: null,
})

/** Nothing is called so, or not for the viewer. */
export const noSuchEvent: Refusal = refusal(
  'NOT_FOUND',
  'There is no such event, or not for the viewer',
)

/** The viewer has not started the training that the spot belongs to. */
export const notEligible: Refusal = refusal(
  'NOT_ELIGIBLE',
  'Only who has started the training may register',
)

/** The viewer has as many bookmarks as one may have. */
export const tooManyBookmarks = (limit: number): Refusal =>
  refusal('TOO_MANY_BOOKMARKS', `At most ${limit} bookmarks may be kept`)

/** Others have taken every place. */
const spotFull: Refusal = refusal('SPOT_FULL', 'The spot is fully booked')

/** The spot was withdrawn. */
const spotClosed: Refusal = refusal('SPOT_CLOSED', 'The spot is not offered any more')
