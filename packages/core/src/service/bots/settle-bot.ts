import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { BotCommand, BotDomainEvent, BotRejection, BotState } from '../../bot/index.js'
import { decideBot, evolveBot } from '../../bot/index.js'
import type { TenantId } from '../../event/index.js'
import type { AnyStreamDecision, AppendFailure } from '../../ports/index.js'
import { systemEnvelope } from '../system-envelope.js'
import { againOnConflict } from './again-on-conflict.js'
import type { Located } from './bot-event-now.js'
import { botEventNow } from './bot-event-now.js'
import { eventAsRead } from './event-as-read.js'
import type { Parts } from '../parts.js'

/** Which bot. */
export interface BotRef {
  readonly tenantId: TenantId
  readonly botId: string
}

/** What a bot is now, and what happened to it just now. */
export interface Settled {
  readonly state: BotState
  readonly happened: readonly BotDomainEvent[]
}

/** What is to be asked of a bot once it is where its event is; null for nothing. */
export type Then = BotCommand | null

/** What settling needs of the service. */
export type SettlingParts = Pick<Parts, 'store' | 'clock' | 'ids'>

type Failure = AppendFailure<BotRejection>

/**
 * Brings a bot to where its event is now, then runs a command on it: decided on what is read, and appended only if bot and
 * event are still so under their locks; else again. So what a bot does can never miss what was committed about its event.
 *
 * Appends nothing where nothing happens.
 */
export const settleBot = (
  parts: SettlingParts,
  ref: BotRef,
  then: Then,
): TE.TaskEither<Failure, Settled> => againOnConflict(() => once(parts, { ...ref, then }))

/** Under which name the log says what bots, and those who send them, report. */
const BOTS = 'bots'

interface Asked extends BotRef {
  readonly then: Then
}

const once = (parts: SettlingParts, asked: Asked): TE.TaskEither<Failure, Settled> => {
  const { store } = parts
  const { tenantId, botId } = asked
  return pipe(
    TE.Do,
    TE.apS('bot', store.load(tenantId, 'bot', botId)),
    TE.bind('located', ({ bot }) => locatedOf(store, tenantId, bot.state)),
    TE.bindW('decided', ({ bot: { state }, located }) =>
      TE.fromEither(decidedOn(parts, asked, { state, located })),
    ),
    TE.chainW(({ bot: { version }, located, decided }) =>
      appended(parts, asked, { version, located, decided }),
    ),
  )
}

interface Deciding {
  readonly version: number
  readonly located: Located | null
  readonly decided: Settled
}

const appended = (
  parts: SettlingParts,
  { tenantId, botId }: BotRef,
  { version, located, decided }: Deciding,
): TE.TaskEither<Failure, Settled> => {
  const { happened } = decided
  if (happened.length === 0) return TE.right(decided)
  const streams = [
    ...(located === null ? [] : [eventAsRead(located)]),
    recording(parts, { botId, version, happened }),
  ]
  return pipe(
    parts.store.append({ ...systemEnvelope(parts.ids, tenantId, BOTS), streams }),
    TE.map(() => decided),
  )
}

/** Only a bot that has not begun to join goes where its event goes. */
const locatedOf = (store: Parts['store'], tenantId: TenantId, state: BotState) =>
  state.type === 'Present' && state.bot.phase === 'Scheduled' && state.bot.event !== null
    ? botEventNow(store, tenantId, state.bot.event)
    : TE.right<never, Located | null>(null)

const decidedOn = (
  { clock }: SettlingParts,
  { then }: Asked,
  { state, located }: { readonly state: BotState; readonly located: Located | null },
): E.Either<Failure, Settled> => {
  const align: readonly BotCommand[] =
    located === null ? [] : [{ type: 'Align', at: clock.now(), event: located.event }]
  const commands = then === null ? align : [...align, then]
  return commands.reduce<E.Either<Failure, Settled>>(
    (sofar, command) => E.chain((before: Settled) => after(before, command))(sofar),
    E.right({ state, happened: [] }),
  )
}

const after = (before: Settled, command: BotCommand): E.Either<Failure, Settled> =>
  pipe(
    decideBot(command, before.state),
    E.bimap(
      (rejection): Failure => ({ type: 'Rejected', rejection }),
      (happened) => ({
        state: happened.reduce(evolveBot, before.state),
        happened: [...before.happened, ...happened],
      }),
    ),
  )

const recording = (
  { ids }: SettlingParts,
  {
    botId,
    version,
    happened,
  }: {
    readonly botId: string
    readonly version: number
    readonly happened: readonly BotDomainEvent[]
  },
): AnyStreamDecision<never> => ({
  aggregate: 'bot',
  streamId: botId,
  expected: { type: 'Exact', version },
  decide: () => E.right(happened.map((each) => ({ eventId: ids.uuid(), happened: each }))),
})
