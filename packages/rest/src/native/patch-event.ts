import type { Body, EventChanges, PatchEvent } from '@kalends/core'
import { endsBeforeItStarts } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type * as t from 'io-ts'
import type { Identity } from '../http/index.js'
import { endpoint } from '../http/index.js'
import type { Failure } from '../problem/index.js'
import { invalid, refused } from '../problem/index.js'
import { closed, described, flag, named, nullable, refined, text } from '../wire/index.js'
import { eventAnswered, eventDocument } from './answers.js'
import { Attachments } from './attachment.js'
import { BodyPatch, patchedBody } from './body-patch.js'
import { Notification, Status, Visibility } from './enums.js'
import { envelopeOf, preconditionOf, viewerOf } from './envelope.js'
import { eventPath, uidOf } from './event-path.js'
import type { NativeLimits, NativeParts } from './options.js'
import { Id, NoRecurrence } from './texts.js'
import { TimeSlotPatch } from './time-slot.js'

const eventPatch = ({ patchTitleLength }: NativeLimits) =>
  named(
    'CalendarEventPatch',
    refined(
      closed(
        {},
        {
          title: text({ min: 1, max: patchTitleLength }),
          time_slot: TimeSlotPatch,
          location: nullable(text({ min: 0, max: 1000 })),
          body: nullable(BodyPatch),
          attachments: Attachments,
          status: Status,
          show_participant_list: flag,
          visibility: Visibility,
          calendar_id: Id,
          recurrence: NoRecurrence,
          participants_notification: described(Notification, { default: 'UPDATE_NOTIFICATION' }),
        },
      ),
      ({ status, participants_notification: notice }) =>
        status === 'Cancelled' && notice === 'Reset'
          ? [
              {
                path: ['participants_notification'],
                detail: 'must not be RESET_NOTIFICATION when the event is cancelled',
              },
            ]
          : [],
    ),
  )

type EventPatch = t.TypeOf<ReturnType<typeof eventPatch>>

/** `PATCH /calendar/events/{event_id}`: changes an event of the caller's. */
export const patchEvent = (parts: NativeParts) =>
  endpoint({
    method: 'PATCH',
    path: '/calendar/events/{event_id}',
    operationId: 'patchEvent',
    summary: 'Change an event',
    description:
      'A JSON Merge Patch (RFC 7396) by the organizer: what is left out stays, null removes, a list replaces the whole list. `CANCELLED` cancels; whoever is told is up to `participants_notification`.',
    params: eventPath,
    query: {},
    headers: ['If-Match', 'Idempotency-Key'],
    body: {
      codec: eventPatch(parts.limits),
      mediaTypes: ['application/merge-patch+json', 'application/json'],
    },
    answers: { 200: eventDocument('The event as it is now.') },
    problems: [
      'EMPTY_PATCH',
      'INVALID_TIME_RANGE',
      'FORBIDDEN',
      'EVENT_CANCELLED',
      'REVISION_MISMATCH',
      'IDEMPOTENCY_KEY_REUSED',
    ],
    handle: ({ body: patch, params, ...asked }) =>
      pipe(
        rangeRefusal(patch),
        TE.chain(() => uidOf(params)),
        TE.bindTo('uid'),
        TE.bind('body', ({ uid }) => bodyOf(parts, { patch, uid, identity: asked.identity })),
        TE.chainW(({ uid, body }) =>
          parts.calendar.execute({
            ...toCommand(uid, patch, body),
            ...envelopeOf(asked),
            ...preconditionOf(asked),
          }),
        ),
        TE.chainW(({ event }) => eventAnswered(parts, event, asked)),
      ),
  })

/** A patch of both edges can be in the wrong order whatever is stored. */
const rangeRefusal = ({ time_slot: slot }: EventPatch): TE.TaskEither<Failure, void> =>
  slot !== undefined && endsBeforeItStarts(slot)
    ? TE.left(refused({ code: 'INVALID_TIME_RANGE' }))
    : TE.right(undefined)

type NewBody = { readonly body?: Body | null }

interface Patching {
  readonly patch: EventPatch
  readonly uid: string
  readonly identity: Identity
}

/** The description that the patch makes: one without a format is merged onto the stored one. */
const bodyOf = (
  { calendar }: NativeParts,
  { patch: { body }, uid, identity }: Patching,
): TE.TaskEither<Failure, NewBody> => {
  if (body === undefined) return TE.right({})
  if (body === null) return TE.right({ body: null })
  if (body.type === 'Whole') return TE.right({ body: body.body })
  return pipe(
    calendar.get({ viewer: viewerOf(identity), uid }),
    TE.mapLeft((failure): Failure => failure),
    TE.chain((event) => {
      if (event.organizer !== identity.userId) return TE.left(refused({ code: 'FORBIDDEN' }))
      const patched = patchedBody(event.body, body.patch)
      return E.isLeft(patched)
        ? TE.left(refused(invalid(patched.left)))
        : TE.right({ body: patched.right })
    }),
  )
}

const toCommand = (
  uid: string,
  {
    time_slot: timeSlot,
    show_participant_list: showParticipantList,
    calendar_id: calendarId,
    participants_notification: notice,
    body: _merged,
    ...same
  }: EventPatch,
  body: NewBody,
): Omit<PatchEvent, 'tenantId' | 'actor'> => {
  const changes: EventChanges = {
    ...same,
    ...body,
    ...(timeSlot === undefined ? {} : { timeSlot }),
    ...(showParticipantList === undefined ? {} : { showParticipantList }),
    ...(calendarId === undefined ? {} : { calendarId }),
  }
  return { type: 'PatchEvent', uid, changes, ...(notice === undefined ? {} : { notice }) }
}
