import type { Actor, DomainEvent, EventTime, RecordedOf } from '@kalends/core'
import { DomainEventCodec, formatInstantUtc } from '@kalends/core'
import { anyObject, closed, described, named, text, whole } from '../wire/index.js'
import { happenedAnswer } from './happened-answer.js'

/** A domain event, as answers say it. */
export const HistoryItem = named(
  'HistoryItem',
  closed(
    {
      type: described(text({ min: 1 }), {
        description: "The domain event's name.",
        enum: DomainEventCodec.types.map(({ props }) => props.type.value),
      }),
      version: described(whole(1), { description: "Counts the event's own history from 1." }),
      position: described(whole(1), { description: "In the tenant's log." }),
      recorded_at: described(text({ min: 1, max: 64 }), { format: 'date-time' }),
      actor: described(text({ min: 1 }), {
        description: 'Who caused it: a user id, or `system:` and a name.',
      }),
      data: described(anyObject, { description: 'What the domain event says, by its type.' }),
    },
    {},
  ),
)

/** When an event takes place from a domain event on, when it says so. */
export const timeSince = (happened: DomainEvent): EventTime | null =>
  'time' in happened && happened.type !== 'OccurrenceMoved' ? happened.time : null

/** Domain events, oldest first; `time` is when the event took place before the first of them. */
export const historyItems = (
  recorded: readonly RecordedOf<'event'>[],
  time: EventTime | null = null,
) => {
  let current = time
  return recorded.map((each) => {
    current = timeSince(each.happened) ?? current
    return itemAnswer(each, current)
  })
}

const itemAnswer = (recorded: RecordedOf<'event'>, time: EventTime | null) => ({
  type: recorded.happened.type,
  version: recorded.version,
  position: recorded.position,
  recorded_at: formatInstantUtc(recorded.recordedAt),
  actor: actorAnswer(recorded.actor),
  data: happenedAnswer(recorded.happened, time),
})

const actorAnswer = (actor: Actor): string =>
  actor.type === 'User' ? actor.userId : `system:${actor.name}`
