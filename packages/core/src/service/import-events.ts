import * as E from 'fp-ts/lib/Either.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { CalendarRejection } from '../calendar/index.js'
import type { Rejection, Uid } from '../event/index.js'
import { isStale } from '../event/index.js'
import type { CancelImported, ImportEvent } from './command.js'
import type { CommandFailure } from './failure.js'
import { type Executed, handle } from './handle.js'
import type { Parts } from './parts.js'
import { uidOfImport } from './uid-of-import.js'

/** What is to be imported, of any tenant and calendar. Those of one event are run in their order. */
export type ImportRequest = readonly (ImportEvent | CancelImported)[]

/**
 * What one import came to. `Stale`: what is there is newer. `Unchanged`: nothing differs, or what is gone was never there.
 * `Refused` alone says why.
 */
export type ImportResult =
  | {
      readonly uid: Uid
      readonly outcome: 'Created' | 'Updated' | 'Unchanged' | 'Stale'
    }
  | {
      readonly uid: Uid
      readonly outcome: 'Refused'
      readonly rejection: Rejection | CalendarRejection
    }

/**
 * Imports many events, each on its own, some at a time: one that is refused leaves the others alone. Results stand in the order of
 * what was given.
 *
 * A failure of the store ends all; asking again is safe, and finds unchanged what was done before.
 */
export const importEvents =
  (parts: Parts) =>
  (request: ImportRequest): TE.TaskEither<CommandFailure, readonly ImportResult[]> =>
  async () => {
    const queues = [...queuesOf(request).values()]
    const results = new Map<number, ImportResult>()
    const failures: CommandFailure[] = []
    const worker = async (): Promise<void> => {
      for (let queue = queues.shift(); queue !== undefined; queue = queues.shift()) {
        for (const { index, command } of queue) {
          if (failures.length > 0) return
          const result = await imported(parts, command)
          if (E.isLeft(result)) failures.push(result.left)
          else results.set(index, result.right)
        }
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, worker))
    const [failure] = failures
    if (failure !== undefined) return E.left(failure)
    return E.right(request.flatMap((_, index) => results.get(index) ?? []))
  }

const AT_ONCE = 16

type Command = ImportRequest[number]

interface Queued {
  readonly index: number
  readonly command: Command
}

/** By event. */
const queuesOf = (request: ImportRequest): ReadonlyMap<string, readonly Queued[]> => {
  const queues = new Map<string, Queued[]>()
  for (const [index, command] of request.entries()) {
    const name = JSON.stringify([command.tenantId, uidOfImport(command)])
    const queue = queues.get(name)
    if (queue === undefined) queues.set(name, [{ index, command }])
    else queue.push({ index, command })
  }
  return queues
}

const imported = async (
  parts: Parts,
  command: Command,
): Promise<E.Either<CommandFailure, ImportResult>> => {
  const uid = uidOfImport(command)
  const executed = await handle(parts)(command)()
  if (E.isRight(executed)) return E.right({ uid, outcome: outcomeOf(command, executed.right) })
  const failure = executed.left
  if (failure.type !== 'Rejected') return E.left(failure)
  const { rejection } = failure
  return command.type === 'CancelImported' && rejection.type === 'NotFound'
    ? E.right({ uid, outcome: 'Unchanged' })
    : E.right({ uid, outcome: 'Refused', rejection })
}

const outcomeOf = (
  command: Command,
  { event, changed }: Executed,
): Exclude<ImportResult['outcome'], 'Refused'> => {
  if (changed) return event.revision === 1 ? 'Created' : 'Updated'
  return isStale(stampOf(command), event) ? 'Stale' : 'Unchanged'
}

const stampOf = (command: Command) =>
  command.type === 'ImportEvent' ? command.source.updatedAt : (command.updatedAt ?? null)
