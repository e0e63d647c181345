import type { EventCommand, Executed, TenantId, UserId } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { LogModel } from './log-model.js'
import type { Process } from './process.js'
import type { Scheduler } from './scheduler.js'
import type { VirtualTime } from './virtual-time.js'

/** The process that was asked died before its answer arrived. */
export interface Gone {
  readonly type: 'Gone'
}

/** What clients see of the simulation. */
export interface World {
  readonly scheduler: Scheduler
  readonly time: VirtualTime
  /** What the log of a tenant was seen to hold: what clients choose their targets by. */
  readonly model: (tenantId: TenantId) => LogModel
  /** The processes that live. */
  readonly processes: () => readonly Process[]
  /** Whether clients shall begin something new. */
  readonly phase: () => 'Working' | 'Ending'
  /** A command came to an end. Refused means that no answer to any try was another. */
  readonly report: (outcome: Outcome) => void
  /** Somebody found a promise broken. */
  readonly fail: (cause: unknown) => void
}

/** What clients know of a command when they stop asking. */
export type Outcome =
  | { readonly type: 'Acknowledged'; readonly command: EventCommand; readonly executed: Executed }
  | { readonly type: 'Refused'; readonly command: EventCommand }
  | Settled

/** What became of a fact, or of a registration: null where it was refused. */
export interface Settled {
  readonly type: 'Settled'
  readonly tenantId: TenantId
  /** What the log calls it. */
  readonly commandId: string
  readonly came: { readonly changed: boolean; readonly position: number } | null
  /** Who took a spot; null for all else. */
  readonly learnerId: UserId | null
}

/** Asks one process, which may die meanwhile. */
export const askOf = async <F, A>(
  process: Process,
  question: (process: Process) => TaskEither<F, A>,
): Promise<E.Either<F | Gone, A>> =>
  Promise.race([
    question(process)(),
    process.died.then((): E.Either<F | Gone, A> => E.left({ type: 'Gone' })),
  ])
