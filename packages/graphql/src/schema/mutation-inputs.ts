import type { Builder } from './builder.js'
import type { Enums } from './enums.js'

const EDGE = 'A timestamp with an offset; with `timeZone` a local date-time; with `allDay` a date.'
const COMMAND_ID = 'Makes the mutation idempotent: the same id again gives the first result.'
const IF_REVISION = 'Refused as REVISION_MISMATCH when the event has another revision.'
const LINES = 'Lines of iCalendar: RRULE, RDATE and EXDATE.'

/** Adds the inputs of the mutations. */
export const newMutationInputs = (builder: Builder, enums: Enums) => ({
  create: builder.inputType('CreateCalendarEventInput', {
    fields: (t) => ({
      id: t.id({ description: 'Makes the create idempotent. Default: a new UUID.' }),
      title: t.string({ required: true }),
      start: t.string({ required: true, description: EDGE }),
      end: t.string({ required: true, description: EDGE }),
      timeZone: t.field({ type: 'TimeZone' }),
      allDay: t.boolean(),
      status: t.field({ type: enums.newStatus }),
      location: t.string(),
      visibility: t.field({ type: enums.visibility }),
      showParticipantList: t.boolean(),
      calendarId: t.id({ description: "Default: the viewer's primary calendar." }),
      recurrence: t.stringList({ description: LINES }),
      userIds: t.idList({ description: 'Whom to invite.' }),
      channelIds: t.idList({ description: 'Whose members to invite, as they are now.' }),
      commandId: t.id({ description: COMMAND_ID }),
    }),
  }),
  update: builder.inputType('UpdateCalendarEventInput', {
    description: 'What is left out stays. Null removes a location, a time zone, a recurrence.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'Of an event, or of an occurrence.' }),
      scope: t.field({
        type: enums.scope,
        description: 'Of an occurrence: how far the change reaches. Default THIS.',
      }),
      title: t.string(),
      start: t.string({ description: EDGE }),
      end: t.string({ description: EDGE }),
      timeZone: t.field({ type: 'TimeZone' }),
      allDay: t.boolean(),
      status: t.field({ type: enums.newStatus }),
      location: t.string(),
      visibility: t.field({ type: enums.visibility }),
      showParticipantList: t.boolean(),
      calendarId: t.id(),
      recurrence: t.stringList({ description: LINES }),
      participantsNotification: t.field({
        type: enums.notification,
        description: 'Default UPDATE.',
      }),
      ifRevision: t.int({ description: IF_REVISION }),
      commandId: t.id({ description: COMMAND_ID }),
    }),
  }),
  cancel: builder.inputType('CancelCalendarEventInput', {
    fields: (t) => ({
      id: t.id({ required: true, description: 'Of an event, or of an occurrence.' }),
      scope: t.field({ type: enums.scope, description: 'Of an occurrence. Default THIS.' }),
      notify: t.boolean({ description: 'Whether everyone is told. Default true.' }),
      ifRevision: t.int({ description: IF_REVISION }),
      commandId: t.id({ description: COMMAND_ID }),
    }),
  }),
  respond: builder.inputType('RespondToCalendarEventInput', {
    fields: (t) => ({
      id: t.id({ required: true, description: 'Of an event, or of one occurrence of a series.' }),
      rsvp: t.field({ type: enums.rsvp, required: true }),
      comment: t.string(),
      ifRevision: t.int({ description: IF_REVISION }),
      commandId: t.id({ description: COMMAND_ID }),
    }),
  }),
  invite: builder.inputType('InviteParticipantsInput', {
    fields: (t) => ({
      eventId: t.id({ required: true }),
      userIds: t.idList(),
      channelIds: t.idList(),
      ifRevision: t.int({ description: IF_REVISION }),
      commandId: t.id({ description: COMMAND_ID }),
    }),
  }),
  uninvite: builder.inputType('UninviteParticipantsInput', {
    fields: (t) => ({
      eventId: t.id({ required: true }),
      userIds: t.idList({ required: true }),
      ifRevision: t.int({ description: IF_REVISION }),
      commandId: t.id({ description: COMMAND_ID }),
    }),
  }),
  register: builder.inputType('RegisterInput', {
    fields: (t) => ({
      eventId: t.id({ required: true, description: 'Of a live-session spot.' }),
      commandId: t.id({ description: COMMAND_ID }),
    }),
  }),
  unregister: builder.inputType('UnregisterInput', {
    fields: (t) => ({
      eventId: t.id({ required: true, description: 'Of a live-session spot.' }),
      commandId: t.id({ description: COMMAND_ID }),
    }),
  }),
  toggle: builder.inputType('ToggleBookmarkInput', {
    fields: (t) => ({ eventId: t.id({ required: true }) }),
  }),
})

/** The inputs of the mutations. */
export type MutationInputs = ReturnType<typeof newMutationInputs>
