import { CALENDAR_EVENT_TYPES } from '../event/event-type.js'
import type { Builder } from './builder.js'

/** Adds the enums. */
export const newEnums = (builder: Builder) => ({
  type: builder.enumType('CalendarEventType', {
    description: 'What kind of event it is. Kinds may be added.',
    values: CALENDAR_EVENT_TYPES,
  }),
  status: builder.enumType('CalendarEventStatus', {
    values: {
      CONFIRMED: { value: 'Confirmed' },
      TENTATIVE: { value: 'Tentative' },
      CANCELLED: { value: 'Cancelled' },
    } as const,
  }),
  newStatus: builder.enumType('NewCalendarEventStatus', {
    values: { CONFIRMED: { value: 'Confirmed' }, TENTATIVE: { value: 'Tentative' } } as const,
  }),
  visibility: builder.enumType('CalendarEventVisibility', {
    description: 'Who may see the event: its participants, or every authenticated user.',
    values: {
      PARTICIPANTS: { value: 'Participants' },
      PUBLIC: { value: 'Public' },
    } as const,
  }),
  rsvp: builder.enumType('RsvpStatus', {
    values: {
      NEEDS_ACTION: { value: 'NeedsAction' },
      ACCEPTED: { value: 'Accepted' },
      DECLINED: { value: 'Declined' },
      TENTATIVE: { value: 'Tentative' },
    } as const,
  }),
  scope: builder.enumType('OccurrenceScope', {
    description: 'How far a change of an occurrence reaches.',
    values: { THIS: { value: 'This' }, FOLLOWING: { value: 'Following' } } as const,
  }),
  notification: builder.enumType('ParticipantsNotification', {
    description: 'Whom a change is told: nobody; everyone; everyone, who are asked again.',
    values: {
      NONE: { value: 'Nobody' },
      UPDATE: { value: 'Update' },
      RESET: { value: 'Reset' },
    } as const,
  }),
  busy: builder.enumType('BusyType', {
    values: { BUSY: { value: 'Busy' }, BUSY_TENTATIVE: { value: 'BusyTentative' } } as const,
  }),
  action: builder.enumType('CallToActionType', {
    values: ['REGISTER', 'UNREGISTER', 'RSVP', 'TOGGLE_BOOKMARK'] as const,
  }),
  entity: builder.enumType('CallToActionEntity', {
    values: ['CALENDAR_EVENT', 'LIVE_SESSION_SPOT'] as const,
  }),
  change: builder.enumType('CalendarEventChangeType', {
    description:
      'REMOVED: the viewer may not see it any more. ENTERED, LEFT: it was moved into or out of the dates asked for.',
    values: {
      CREATED: { value: 'Created' },
      UPDATED: { value: 'Updated' },
      CANCELLED: { value: 'Cancelled' },
      REMOVED: { value: 'Removed' },
      ENTERED: { value: 'Entered' },
      LEFT: { value: 'Left' },
    } as const,
  }),
})

/** The enums of the schema. */
export type Enums = ReturnType<typeof newEnums>
