import type { ScheduleBot } from '@kalends/core'
import { roundDown } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import type { Problem } from '../../../problem/index.js'
import { anyObject, closed, described, named, nullable, text } from '../../../wire/index.js'
import { stampIn } from '../stamp-params.js'
import { namedEvent } from '../wire-ids.js'

const TEXT = text({ min: 1, max: 2048 })

/** What a caller says of a new bot; null is the same as left out. */
export const NewBot = named(
  'NewBot',
  closed(
    {},
    {
      meeting_url: nullable(
        described(TEXT, {
          format: 'uri',
          description: 'http or https. Default: the meeting link of the event.',
        }),
      ),
      event_id: nullable(
        described(TEXT, {
          examples: ['evt_abcdef1234567890'],
          description: 'The event, or one occurrence of a series: the bot moves and goes with it.',
        }),
      ),
      join_at: nullable(
        described(TEXT, {
          format: 'date-time',
          description: 'Default: when the event starts; without an event, now.',
        }),
      ),
      metadata: nullable(
        described(anyObject, { description: 'Anything, at most 10,000 characters; comes back.' }),
      ),
    },
  ),
)

/** What a caller says of a new bot. */
export type NewBot = t.TypeOf<typeof NewBot>

/** What is to be scheduled for it. */
export const toSchedule = ({
  meeting_url: meetingUrl,
  event_id: eventId,
  join_at: joinAt,
  metadata,
}: NewBot): E.Either<Problem, Omit<ScheduleBot, 'tenantId' | 'actor'>> =>
  E.map((at: ReturnType<typeof roundDown> | null) => ({
    ...(given(meetingUrl) ? { meetingUrl } : {}),
    ...(given(eventId) ? { event: namedEvent(eventId) } : {}),
    ...(at === null ? {} : { joinAt: at }),
    ...(given(metadata) ? { metadata } : {}),
  }))(momentOf(joinAt))

const given = <A>(value: A | null | undefined): value is A => value !== null && value !== undefined

const momentOf = (text: string | null | undefined): E.Either<Problem, number | null> => {
  const stamp = stampIn('join_at', text ?? undefined)
  if (E.isLeft(stamp)) return stamp
  return E.right(stamp.right === undefined ? null : roundDown(stamp.right))
}
