import type { ParticipantRef } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import type { Codec } from '../wire/index.js'
import {
  closed,
  codec,
  described,
  flag,
  isRecord,
  listOf,
  named,
  readAs,
  text,
} from '../wire/index.js'
import { RsvpStatus } from './enums.js'
import { Id } from './texts.js'

const UserRef = readAs(closed({ user_id: Id }, {}), ({ user_id: userId }) => E.right({ userId }))

const ChannelRef = readAs(closed({ channel_id: Id }, {}), ({ channel_id: channelId }) =>
  E.right({ channelId }),
)

const EitherRef: Codec<ParticipantRef, unknown> = codec<ParticipantRef, unknown>({
  name: 'ParticipantRef',
  schema: { title: 'ParticipantRef', oneOf: [UserRef.schema, ChannelRef.schema] },
  validate: (u, context) => {
    if (!isRecord(u)) return t.failure(u, context, 'must be an object')
    if (Object.hasOwn(u, 'channel_id') && !Object.hasOwn(u, 'user_id')) {
      return ChannelRef.validate(u, context)
    }
    return UserRef.validate(u, context)
  },
  encode: (ref) => ref,
})

/** Whom to invite: users, and channels whose members are invited as they are now. */
export const ParticipantRefs: Codec<readonly ParticipantRef[], unknown> = described(
  listOf(EitherRef),
  {
    description:
      'At most 500 distinct users and 10 distinct channels; channels that may not be assigned are skipped.',
  },
)

/** What the directory knows of a user, as answers say it. */
export const userFields = {
  name: text({ min: 0 }),
  email: text({ min: 0 }),
}

/** A participant, as answers say it. */
export const ParticipantAnswer = named(
  'Participant',
  closed(
    { user_id: Id, rsvp_status: RsvpStatus, is_organizer: flag },
    {
      ...userFields,
      responded_at: described(text({ min: 1, max: 64 }), {
        format: 'date-time',
        description: 'When the answer that holds was given.',
      }),
    },
  ),
)
