import * as E from 'fp-ts/lib/Either.js'
import type { Instant } from '../time/index.js'
import type { CalendarEvent } from './calendar-event.js'
import type { Notice } from './command.js'
import type { DomainEvent } from './domain-event.js'
import type { EventLimits } from './limits.js'
import type { Problem } from './problem.js'
import type { RecurrenceRefusal, Rejection } from './rejection.js'
import type { RsvpResetPolicy } from './reset-policy.js'

/** What a command comes to: what happens, in order, or why it is refused. */
export type Decision = E.Either<Rejection, readonly DomainEvent[]>

/** Nothing, or these. */
export const happens = (...events: readonly DomainEvent[]): Decision => E.right(events)

/** Refused. */
export const rejected = (rejection: Rejection): E.Either<Rejection, never> => E.left(rejection)

/** Refused for what its fields say. */
export const invalidFields = (problems: readonly Problem[]): E.Either<Rejection, never> =>
  rejected({ type: 'InvalidFields', problems })

/** Refused for how the event would repeat. */
export const invalidRecurrence = (refusal: RecurrenceRefusal): Rejection => ({
  type: 'InvalidRecurrence',
  refusal,
})

/** What decisions hang on beside command and state. */
export interface Rules {
  readonly policy: RsvpResetPolicy
  readonly limits: EventLimits
}

/** What every domain event of one organizer's change shares. */
export interface Change {
  readonly at: Instant
  readonly revision: number
  readonly silent: boolean
}

/** The change that follows the event's current revision. */
export const nextChange = (
  { at }: { readonly at: Instant },
  event: CalendarEvent,
  notice: Notice,
): Change => ({ at, revision: event.revision + 1, silent: notice === 'Nobody' })
