import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { endpoint } from '../../../http/index.js'
import type { Failure } from '../../../problem/index.js'
import { refused } from '../../../problem/index.js'
import type { AttendeeParts } from '../options.js'
import { botIdText } from '../wire-ids.js'
import { BotItem, botAnswer } from './bot-answer.js'
import { botProblem } from './bot-problem.js'
import { NewBot, toSchedule } from './new-bot.js'

/** `POST /api/v1/bots`: sends a bot into a call, now or when an event begins. */
export const scheduleBot = ({ calendar, maySendBots }: AttendeeParts) =>
  endpoint({
    method: 'POST',
    path: '/api/v1/bots',
    operationId: 'createBot',
    summary: 'Schedule a bot',
    description:
      'A bot that joins a call at a time. With an event it moves when the event moves, and is deleted when the event is cancelled, as long as it has not begun to join.',
    params: {},
    query: {},
    headers: ['Idempotency-Key'],
    body: { codec: NewBot, mediaTypes: ['application/json'] },
    answers: {
      201: { description: 'The bot, scheduled.', codec: BotItem, headers: ['Location'] },
    },
    problems: ['FORBIDDEN', 'IDEMPOTENCY_KEY_REUSED'],
    handle: ({ identity, body, commandId, url }) => {
      if (!maySendBots(identity)) return TE.left(refused({ code: 'FORBIDDEN' }))
      const { tenantId, userId: actor } = identity
      const envelope = { tenantId, actor, ...(commandId === undefined ? {} : { commandId }) }
      return pipe(
        TE.fromEither(E.mapLeft(refused)(toSchedule(body))),
        TE.chain((asked) =>
          TE.mapLeft((failure: Parameters<typeof botProblem>[0]): Failure => botProblem(failure))(
            calendar.scheduleBot({ ...asked, ...envelope }),
          ),
        ),
        TE.map(({ bot }) => ({
          status: 201,
          body: botAnswer(bot),
          headers: { Location: `${url.pathname}/${botIdText(bot.botId)}` },
        })),
      )
    },
  })
