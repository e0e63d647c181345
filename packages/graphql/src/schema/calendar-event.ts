import type { EventNode } from '../event/event-node.js'
import { typeOf } from '../event/event-type.js'
import type { Builder } from './builder.js'
import type { CallToActionObject } from './call-to-action.js'
import type { Enums } from './enums.js'
import type { ParticipantsType } from './participants.js'
import { resolveBookmarked, resolveCalls } from './resolve-calls.js'
import { resolveParticipants } from './resolve-participants.js'
import type { UserType } from './user.js'

/** What `CalendarEvent` is made of. */
export interface CalendarEventParts {
  readonly enums: Enums
  readonly user: UserType
  readonly participants: ParticipantsType
  readonly callToAction: CallToActionObject
}

/** Adds `CalendarEvent`: an event, or one occurrence of a series. */
export const newCalendarEvent = (
  builder: Builder,
  { enums, user, participants, callToAction }: CalendarEventParts,
) =>
  builder.objectRef<EventNode>('CalendarEvent').implement({
    description: 'An event, or one occurrence of a series.',
    fields: (t) => ({
      id: t.exposeID('id', { description: 'Of an occurrence: `seriesId_recurrenceId`.' }),
      seriesId: t.id({
        nullable: true,
        description: 'Of an occurrence: the id of its series.',
        resolve: ({ uid, recurrenceId }) => (recurrenceId === null ? null : uid),
      }),
      recurrenceId: t.string({
        nullable: true,
        description: 'Of an occurrence: `20270308T140000Z`, or `20270308` when it is all-day.',
        resolve: ({ recurrenceText }) => recurrenceText,
      }),
      type: t.field({ type: enums.type, resolve: ({ event }) => typeOf(event) }),
      title: t.string({ resolve: ({ event }) => event.title }),
      start: t.field({
        type: 'DateTime',
        description: 'Of an all-day event: midnight in UTC.',
        resolve: ({ start }) => start,
      }),
      end: t.field({
        type: 'DateTime',
        description: 'Not part of the event any more.',
        resolve: ({ end }) => end,
      }),
      allDay: t.boolean({ resolve: ({ event }) => event.time.type === 'AllDay' }),
      timeZone: t.field({
        type: 'TimeZone',
        nullable: true,
        resolve: ({ event }) => event.time.timeZone,
      }),
      location: t.string({ nullable: true, resolve: ({ event }) => event.location }),
      status: t.field({ type: enums.status, resolve: ({ event }) => event.status }),
      visibility: t.field({ type: enums.visibility, resolve: ({ event }) => event.visibility }),
      organizer: t.field({ type: user, resolve: ({ event }) => event.organizer }),
      participants: t.field({
        type: participants,
        description: 'The organizer first, then as they were invited.',
        args: {
          first: t.arg.int(),
          after: t.arg({ type: 'Cursor' }),
          last: t.arg.int(),
          before: t.arg({ type: 'Cursor' }),
        },
        // eslint-disable-next-line @typescript-eslint/max-params -- as GraphQL calls them
        resolve: (node, args, context, info) => resolveParticipants(node, { args, context, info }),
      }),
      myRsvp: t.field({
        type: enums.rsvp,
        nullable: true,
        description: "The viewer's own answer; null for who does not participate.",
        resolve: ({ myRsvp }) => myRsvp,
      }),
      recurrence: t.stringList({
        nullable: true,
        description: 'Of a series: its RRULE, RDATE and EXDATE lines. Null for an occurrence.',
        resolve: ({ event, recurrenceId }) => (recurrenceId === null ? event.recurrence : null),
      }),
      isBookmarked: t.boolean({ resolve: resolveBookmarked }),
      ctas: t.field({
        type: [callToAction],
        description: 'What the viewer can do with the event.',
        resolve: resolveCalls,
      }),
      createdAt: t.field({ type: 'DateTime', resolve: ({ event }) => event.createdAt }),
      updatedAt: t.field({ type: 'DateTime', resolve: ({ event }) => event.updatedAt }),
      revision: t.int({ resolve: ({ event }) => event.revision }),
    }),
  })

/** The type of an event. */
export type CalendarEventObject = ReturnType<typeof newCalendarEvent>
