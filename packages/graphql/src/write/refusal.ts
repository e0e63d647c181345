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
    case 'InvalidFields':
    case 'TooManyUsers':
    case 'TooManyChannels':
    case 'InvalidTimeRange':
    case 'EmptyPatch':
    case 'InvalidRecurrence':
    case 'TooManyOverrides':
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

/** Others have taken every place. */
export const spotFull: Refusal = refusal('SPOT_FULL', 'The spot is fully booked')

/** The spot was withdrawn. */
export const spotClosed: Refusal = refusal('SPOT_CLOSED', 'The spot is not offered any more')
