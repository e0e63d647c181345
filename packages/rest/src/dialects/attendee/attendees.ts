import type { CalendarEvent } from '@kalends/core'
import type { Names } from '../../kit/index.js'

/** Who is invited, as answers say it. */
export interface AttendeeAnswer {
  readonly email: string | null
  readonly name: string | null
}

/** The guests that the provider has; of an event that was made here its participants, as the directory knows them. */
export const attendeesOf = (
  { source, participants }: CalendarEvent,
  names: Names,
): readonly AttendeeAnswer[] =>
  source === null
    ? [...participants.keys()].map((userId) => {
        const { email = null, name = null } = names(userId)
        return { email, name }
      })
    : source.attendees.flatMap(({ email, name, removedAt }) =>
        removedAt === null ? [{ email, name }] : [],
      )
