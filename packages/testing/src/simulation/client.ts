import type { CommandFailure, EventCommand, Executed, Viewer } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Process } from './process.js'
import type { Random } from './random.js'
import type { Gone, Outcome, World } from './world.js'
import { askOf } from './world.js'

/** Somebody at work: a user of a tenant, with draws of their own. */
export interface Client {
  readonly name: string
  readonly viewer: Viewer
  readonly random: Random
  readonly world: World
}

/** Waits until the scheduler lets the client go on. */
export const pause = ({ world, name }: Client, label: string): Promise<void> =>
  world.scheduler.turn(name, label)

/** Asks one of the living processes. */
const ask = async <F, A>(
  client: Client,
  question: (process: Process) => TaskEither<F, A>,
): Promise<E.Either<F | Gone, A>> => {
  const process = client.random.oneOf(client.world.processes())
  return process === undefined ? E.left({ type: 'Gone' }) : askOf(process, question)
}

/** Asks again, of whatever process, until there is an answer that another try would not change. */
export const askUntilAnswered = async <F extends { readonly type: string }, A>(
  client: Client,
  question: (process: Process) => TaskEither<F, A>,
): Promise<E.Either<F | Gone, A>> => {
  for (;;) {
    const answer = await ask(client, question)
    if (E.isRight(answer) || !PASSING.has(answer.left.type)) return answer
    await pause(client, 'tries again')
  }
}

const PASSING: ReadonlySet<string> = new Set(['Gone', 'StoreFailure', 'DirectoryFailure'])

/**
 * Sends a command until it is answered, under one command id; now and then twice at once, as an impatient client or a
 * network does.
 */
export const send = async (client: Client, command: EventCommand): Promise<void> => {
  const once = () => askUntilAnswered(client, ({ calendar }) => calendar.execute(command))
  client.world.report(outcomeOf(command, await oftenOnce(client, once)))
}

/** Asks; now and then twice at once. An answer that something was done counts for more than a refusal. */
export const oftenOnce = async <F, A>(
  { random }: Client,
  ask: () => Promise<E.Either<F, A>>,
): Promise<E.Either<F, A>> => {
  if (!random.chance(TWICE)) return ask()
  const [first, second] = await Promise.all([ask(), ask()])
  return E.isRight(first) ? first : second
}

const TWICE = 0.1

const outcomeOf = (
  command: EventCommand,
  answer: E.Either<CommandFailure | Gone, Executed>,
): Outcome =>
  E.isLeft(answer)
    ? { type: 'Refused', command }
    : { type: 'Acknowledged', command, executed: answer.right }
