import type { Decided, Saved } from '../write/decided.js'
import type { Refusal } from '../write/refusal.js'
import type { Toggled } from '../write/toggle-bookmark.js'
import type { Builder } from './builder.js'
import type { CalendarEventObject } from './calendar-event.js'

/** Adds what mutations answer with: the event, or a refusal. */
export const newPayloads = (builder: Builder, calendarEvent: CalendarEventObject) => {
  const saved = builder.objectRef<Saved>('CalendarEventSaved').implement({
    fields: (t) => ({
      event: t.field({ type: calendarEvent, resolve: ({ node }) => node }),
      changed: t.exposeBoolean('changed', {
        description: 'False for a retry, and for an effect that already held.',
      }),
    }),
  })
  const reason = builder.enumType('RefusalReason', {
    values: [
      'NOT_FOUND',
      'NOT_ORGANIZER',
      'REVISION_MISMATCH',
      'EVENT_CANCELLED',
      'NOT_ELIGIBLE',
      'SPOT_FULL',
      'SPOT_CLOSED',
      'TOO_MANY_OVERRIDES',
      'TOO_MANY_BOOKMARKS',
    ] as const,
  })
  const refusal = builder.objectRef<Refusal>('Refusal').implement({
    description: 'Why the calendar would not do what it was asked. Nothing was changed.',
    fields: (t) => ({
      reason: t.field({ type: reason, resolve: (refused) => refused.reason }),
      message: t.exposeString('message'),
      revision: t.exposeInt('revision', {
        nullable: true,
        description: 'The revision there is, where another was expected.',
      }),
    }),
  })
  const toggled = builder.objectRef<Toggled>('BookmarkToggled').implement({
    fields: (t) => ({
      event: t.field({ type: calendarEvent, resolve: ({ node }) => node }),
      isBookmarked: t.boolean({ resolve: ({ is }) => is === 'Bookmarked' }),
    }),
  })
  const union = (name: string) =>
    builder.unionType(name, {
      types: [saved, refusal],
      resolveType: ({ type }: Decided) => (type === 'Saved' ? saved : refusal),
    })
  return {
    create: union('CreateCalendarEventPayload'),
    update: union('UpdateCalendarEventPayload'),
    cancel: union('CancelCalendarEventPayload'),
    respond: union('RespondToCalendarEventPayload'),
    invite: union('InviteParticipantsPayload'),
    uninvite: union('UninviteParticipantsPayload'),
    register: union('RegisterPayload'),
    unregister: union('UnregisterPayload'),
    toggle: builder.unionType('ToggleBookmarkPayload', {
      types: [toggled, refusal],
      resolveType: ({ type }) => (type === 'Toggled' ? toggled : refusal),
    }),
  }
}

/** The payload unions. */
export type Payloads = ReturnType<typeof newPayloads>
