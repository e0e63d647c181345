import type { CreateEvent } from '@kalends/core'
import { isUid } from '@kalends/core'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type * as t from 'io-ts'
import { endpoint } from '../http/index.js'
import type { Failure } from '../problem/index.js'
import type { Codec } from '../wire/index.js'
import { closed, described, flag, named, nullable, refined, text } from '../wire/index.js'
import { eventAnswered, eventDocument } from './answers.js'
import { Attachments } from './attachment.js'
import { NewBody } from './body.js'
import { NewStatus, Visibility } from './enums.js'
import { envelopeOf } from './envelope.js'
import type { NativeLimits, NativeParts } from './options.js'
import { ParticipantRefs } from './participants.js'
import { RecurrenceLines } from './recurrence.js'
import { Id } from './texts.js'
import { NewTimeSlot } from './time-slot.js'

const NewId: Codec<string> = described(
  refined(text({ min: 1, max: 128 }), (id) =>
    isUid(id) ? [] : [{ path: [], detail: 'must be 1 to 128 characters of A-Za-z0-9._~-' }],
  ),
  {
    pattern: '^[A-Za-z0-9._~-]{1,128}$',
    description:
      'Makes the create idempotent: when the caller already has an event of this id, it is the answer. Not `.`, `..`, `overview`, nor ending like an occurrence id.',
  },
)

const newEvent = ({ titleLength }: NativeLimits) =>
  named(
    'NewCalendarEvent',
    closed(
      { title: text({ min: 1, max: titleLength }), time_slot: NewTimeSlot },
      {
        id: NewId,
        calendar_id: Id,
        status: NewStatus,
        location: nullable(text({ min: 0, max: 1000 })),
        body: nullable(NewBody),
        attachments: Attachments,
        participants: ParticipantRefs,
        show_participant_list: flag,
        visibility: Visibility,
        recurrence: nullable(RecurrenceLines),
      },
    ),
  )

/** `POST /calendar/events`: creates an event, or answers with the one that has its id. */
export const createEvent = (parts: NativeParts) =>
  endpoint({
    method: 'POST',
    path: '/calendar/events',
    operationId: 'createEvent',
    summary: 'Create an event',
    description:
      'The caller is the organizer and has accepted; everyone else is invited. With an `id` that the caller has used before, the stored event is the answer, and nobody is told.',
    params: {},
    query: {},
    headers: ['Idempotency-Key'],
    body: { codec: newEvent(parts.limits), mediaTypes: ['application/json'] },
    answers: {
      201: { ...eventDocument('The event, created.'), headers: ['ETag', 'Location'] },
      200: eventDocument('The event, which had been created before.'),
    },
    problems: [
      'INVALID_TIME_RANGE',
      'INVALID_RECURRENCE',
      'PARTICIPANTS_USER_LIMIT_EXCEEDED',
      'PARTICIPANTS_CHANNEL_LIMIT_EXCEEDED',
      'FORBIDDEN',
      'IDEMPOTENCY_KEY_REUSED',
    ],
    handle: ({ body, url, ...asked }) =>
      pipe(
        parts.calendar.execute({ ...toCommand(body), ...envelopeOf(asked) }),
        TE.mapLeft((failure): Failure => failure),
        TE.chain(({ event, changed }) =>
          eventAnswered(parts, event, {
            identity: asked.identity,
            status: changed ? 201 : 200,
            headers: changed ? { Location: `${placeOf(url)}/${event.uid}` } : {},
          }),
        ),
      ),
  })

/** Wherever the routes are mounted. */
const placeOf = ({ pathname }: URL): string => pathname

type NewEvent = t.TypeOf<ReturnType<typeof newEvent>>

const toCommand = ({
  id,
  calendar_id: calendarId,
  time_slot: timeSlot,
  show_participant_list: showParticipantList,
  ...same
}: NewEvent): Omit<CreateEvent, 'tenantId' | 'actor'> => ({
  type: 'CreateEvent',
  timeSlot,
  ...same,
  ...(id === undefined ? {} : { uid: id }),
  ...(calendarId === undefined ? {} : { calendarId }),
  ...(showParticipantList === undefined ? {} : { showParticipantList }),
})
