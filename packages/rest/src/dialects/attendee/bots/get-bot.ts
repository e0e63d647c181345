import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { endpoint, noBody, required } from '../../../http/index.js'
import { refused } from '../../../problem/index.js'
import { described, text } from '../../../wire/index.js'
import type { AttendeeParts } from '../options.js'
import { namedBot } from '../wire-ids.js'
import { BotItem, botAnswer } from './bot-answer.js'
import { botProblem } from './bot-problem.js'

/** `GET /api/v1/bots/{bot_id}`: a bot as it is now. */
export const getBot = ({ calendar, maySeeTenant }: AttendeeParts) =>
  endpoint({
    method: 'GET',
    path: '/api/v1/bots/{bot_id}',
    operationId: 'getBot',
    summary: 'Get a bot',
    description: 'Where it is, and how its recording and its transcription have come along.',
    params: {
      bot_id: required(
        described(text({ min: 1 }), { examples: ['bot_abcdef1234567890'] }),
        'The bot.',
      ),
    },
    query: {},
    headers: [],
    body: noBody,
    answers: { 200: { description: 'The bot.', codec: BotItem } },
    problems: ['FORBIDDEN', 'NOT_FOUND'],
    handle: ({ identity, params }) =>
      maySeeTenant(identity)
        ? pipe(
            calendar.getBot({ tenantId: identity.tenantId, botId: namedBot(params.bot_id) }),
            TE.bimap(botProblem, (bot) => ({ status: 200, body: botAnswer(bot) })),
          )
        : TE.left(refused({ code: 'FORBIDDEN' })),
  })
