import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { BotEvent } from '../../bot/index.js'
import type { CalendarEvent, NamedById, TenantId } from '../../event/index.js'
import { isUid, isWebUrl, meetingUrl, occurrenceOf, recurrenceIdAt } from '../../event/index.js'
import type { EventNow, Known } from '../../policy/index.js'
import { botEventAt } from '../../policy/index.js'
import type { StoreFailure } from '../../ports/index.js'
import type { Instant } from '../../time/index.js'
import type { BotRefusal } from './bot-failure.js'
import type { Parts } from '../parts.js'
import type { ScheduleBot } from './schedule-bot-request.js'

/** Which call a bot is for, and when. */
export interface BotTarget {
  readonly event: BotEvent | null
  readonly meetingUrl: string
  readonly joinAt: Instant
}

type Target = E.Either<BotRefusal, BotTarget>

/** So many bots one event, or one occurrence, may have. */
const MOST_BOTS = 50

/** Finds which call a new bot is for, by its event where it has one; the left says why it cannot be. */
export const botTarget = (
  parts: Pick<Parts, 'store' | 'clock'>,
  asked: ScheduleBot,
): TE.TaskEither<StoreFailure, Target> => {
  const { tenantId, event, meetingUrl: said, joinAt = parts.clock.now() } = asked
  if (event === undefined) {
    return TE.right(
      said === undefined ? E.left(NO_URL) : E.right({ event: null, meetingUrl: said, joinAt }),
    )
  }
  if (!isUid(event.uid)) return TE.right(E.left(UNKNOWN))
  return pipe(
    parts.store.load(tenantId, 'event', event.uid),
    TE.map((now) => found(asked, event, now)),
    TE.chain((target) =>
      E.isLeft(target)
        ? TE.right<StoreFailure, Target>(target)
        : unlessFull(parts, tenantId, target.right),
    ),
  )
}

const NO_URL: BotRefusal = {
  type: 'InvalidFields',
  problems: [{ path: ['meetingUrl'], reason: 'Required' }],
}
const UNKNOWN: BotRefusal = { type: 'UnknownEvent' }

const found = (asked: ScheduleBot, named: NamedById, now: EventNow): Target => {
  if (now.state.type === 'Absent') return E.left(UNKNOWN)
  const { event } = now.state
  const known = knownAs(named, event)
  if (E.isLeft(known)) return known
  const at = botEventAt(known.right, now)
  if (at.type === 'CalledOff') return E.left({ type: 'EventCancelled' })
  if (at.type === 'Vanished') return E.left(UNKNOWN)
  const url = asked.meetingUrl ?? linkOf(event, at.event)
  return url === null
    ? E.left(NO_URL)
    : E.right({ event: at.event, meetingUrl: url, joinAt: asked.joinAt ?? at.event.start })
}

const knownAs = (
  { uid, recurrenceId: text }: NamedById,
  event: CalendarEvent,
): E.Either<BotRefusal, Known> => {
  if (text === null) {
    return event.recurrence === null
      ? E.right({ uid, recurrenceId: null, seriesStart: null })
      : E.left({ type: 'NeedsOccurrence' })
  }
  const recurrenceId = event.recurrence === null ? null : recurrenceIdAt(event, text)
  return recurrenceId === null ? E.left(UNKNOWN) : E.right({ uid, recurrenceId, seriesStart: null })
}

/** A provider may call anything a conference. */
const linkOf = (event: CalendarEvent, { recurrenceId }: BotEvent): string | null => {
  const url = meetingUrl(recurrenceId === null ? event : occurrenceOf(event, recurrenceId))
  return url !== null && isWebUrl(url) ? url : null
}

/** Looks before the append: what is scheduled in the same moment may pass the limit together. It keeps lists short, nothing else. */
const unlessFull = (
  { store }: Pick<Parts, 'store'>,
  tenantId: TenantId,
  target: BotTarget,
): TE.TaskEither<StoreFailure, Target> =>
  target.event === null
    ? TE.right(E.right(target))
    : pipe(
        store.botsAt({ tenantId, places: [target.event] }),
        TE.map((bots) =>
          bots.length < MOST_BOTS
            ? E.right(target)
            : E.left({ type: 'TooManyBots', limit: MOST_BOTS }),
        ),
      )
