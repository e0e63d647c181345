import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Bot } from '../../bot/index.js'
import { decideBot, evolveBot, initialBotState } from '../../bot/index.js'
import type { TenantId } from '../../event/index.js'
import type { AnyStreamDecision, Appended } from '../../ports/index.js'
import { againOnConflict } from './again-on-conflict.js'
import type { BotFailure, BotRefusal } from './bot-failure.js'
import { botProblems } from './bot-problems.js'
import type { BotTarget } from './bot-target.js'
import { botTarget } from './bot-target.js'
import { envelope } from '../envelope.js'
import { eventAsRead } from './event-as-read.js'
import type { Parts } from '../parts.js'
import type { ScheduleBot } from './schedule-bot-request.js'

/** A bot that was scheduled, now or when the command first ran. */
export interface BotScheduled {
  readonly bot: Bot
  readonly position: number
}

/**
 * Schedules a bot. Its event is still as it was read when the bot is appended, so no bot is scheduled for what was cancelled.
 *
 * Who may is for the facade to say.
 */
export const scheduleBot =
  (parts: Parts) =>
  (asked: ScheduleBot): TE.TaskEither<BotFailure, BotScheduled> => {
    const problems = botProblems(asked)
    if (problems.length > 0) {
      return TE.left({ type: 'Rejected', rejection: { type: 'InvalidFields', problems } })
    }
    const botId = parts.ids.uuid()
    return againOnConflict(() => once(parts, { asked, botId }))
  }

interface Scheduling {
  readonly asked: ScheduleBot
  readonly botId: string
}

const once = (
  parts: Parts,
  { asked, botId }: Scheduling,
): TE.TaskEither<BotFailure, BotScheduled> => {
  const commandId = asked.commandId ?? parts.ids.uuid()
  return pipe(
    botTarget(parts, asked),
    TE.chainW((target) =>
      parts.store.append({
        ...envelope({ ...asked, type: 'ScheduleBot' }, commandId),
        streams: [
          ...(E.isLeft(target) || target.right.event === null
            ? []
            : [eventAsRead(target.right.event)]),
          decisionOf(parts, { asked, botId }, target),
        ],
      }),
    ),
    TE.chainW((appended) => outcome(parts, asked.tenantId, appended)),
  )
}

/** What was refused before the append is refused in it: a command that ran before is not asked about again. */
const decisionOf = (
  { ids, clock }: Parts,
  { asked: { metadata = {} }, botId }: Scheduling,
  target: E.Either<BotRefusal, BotTarget>,
): AnyStreamDecision<BotRefusal> => ({
  aggregate: 'bot',
  streamId: botId,
  expected: { type: 'None' },
  decide: (state) =>
    pipe(
      target,
      E.chainW((known) =>
        decideBot({ type: 'Schedule', at: clock.now(), botId, metadata, ...known }, state),
      ),
      E.map((happened) => happened.map((each) => ({ eventId: ids.uuid(), happened: each }))),
    ),
})

/** The bot as it is now; as it was made, if it is deleted since. */
const outcome = (
  { store }: Parts,
  tenantId: TenantId,
  { events, position }: Appended,
): TE.TaskEither<BotFailure, BotScheduled> => {
  const made = events
    .flatMap((each) => (each.aggregate === 'bot' ? [each.happened] : []))
    .reduce(evolveBot, initialBotState)
  if (made.type !== 'Present') return TE.left({ type: 'Rejected', rejection: { type: 'NotFound' } })
  return pipe(
    store.load(tenantId, 'bot', made.bot.botId),
    TE.map(({ state }) => ({ bot: state.type === 'Present' ? state.bot : made.bot, position })),
  )
}
