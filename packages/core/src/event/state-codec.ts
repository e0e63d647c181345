import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import { InstantFromStamp } from '../time/index.js'
import type { CalendarEvent } from './calendar-event.js'
import {
  AttachmentCodec,
  BodyCodec,
  EventKindCodec,
  ParticipationStatusCodec,
  RecurrenceCodec,
  SpotRefCodec,
  StoredOverride,
  StoredParticipation,
  VisibilityCodec,
} from './domain-event.js'
import { EventRawCodec, EventSourceCodec } from './event-source-codec.js'
import { EventTimeCodec } from './event-time.js'
import { nullable } from './nullable.js'
import type { State } from './state.js'
import {
  overridesFrom,
  participationsFrom,
  storedOverrides,
  storedParticipations,
} from './stored-exceptions.js'

const Always = t.type({
  uid: t.string,
  calendarId: t.string,
  organizer: t.string,
  title: t.string,
  status: t.keyof({ Confirmed: null, Tentative: null, Cancelled: null }),
  time: EventTimeCodec,
  location: nullable(t.string),
  body: nullable(BodyCodec),
  bodyRevision: t.number,
  language: nullable(t.string),
  attachments: t.readonlyArray(AttachmentCodec),
  showParticipantList: t.boolean,
  visibility: VisibilityCodec,
  revision: t.number,
  sequence: t.number,
  resetRevision: t.number,
  lastAskedBy: nullable(t.string),
  recurrence: nullable(RecurrenceCodec),
  overrides: t.readonlyArray(StoredOverride),
  splitFrom: nullable(t.string),
  source: nullable(EventSourceCodec),
  raw: nullable(EventRawCodec),
  createdAt: InstantFromStamp,
  updatedAt: InstantFromStamp,
  participants: t.readonlyArray(StoredParticipation),
})

/** What events have that have it. */
const Sometimes = t.partial({
  kind: EventKindCodec,
  spot: SpotRefCodec,
  removed: t.readonlyArray(
    t.type({
      userId: t.string,
      status: ParticipationStatusCodec,
      answered: t.boolean,
      at: InstantFromStamp,
    }),
  ),
})

const EventFields = t.intersection([Always, Sometimes])

const StoredState = t.union([
  t.type({ type: t.literal('Absent') }),
  t.type({ type: t.keyof({ Scheduled: null, Cancelled: null }), event: EventFields }),
])

/** How snapshots store a `State`: participants in the order in which they were invited. */
export const StateCodec = new t.Type<State, unknown>(
  'State',
  (u): u is State => typeof u === 'object' && u !== null && 'type' in u,
  (u, context) =>
    pipe(
      StoredState.validate(u, context),
      E.map((stored): State => {
        if (stored.type === 'Absent') return stored
        const event = {
          ...stored.event,
          participants: participationsFrom(stored.event.participants),
          overrides: overridesFrom(stored.event.overrides),
        }
        return { type: stored.type, event }
      }),
    ),
  (state) =>
    state.type === 'Absent'
      ? state
      : StoredState.encode({ type: state.type, event: storedEvent(state.event) }),
)

const storedEvent = (event: CalendarEvent) => ({
  ...event,
  participants: storedParticipations(event),
  overrides: storedOverrides(event.overrides),
})
