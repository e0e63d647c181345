import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Fate } from './faults.js'
import type { Scheduler } from './scheduler.js'

/** Who calls, and what befalls calls. */
export interface Caller {
  readonly name: string
  readonly scheduler: Scheduler
  readonly fate: () => Fate
}

/** A call that may go wrong: what it is named in the trace, and how it fails when it does. */
export interface Call<F, A> {
  readonly name: string
  readonly task: TaskEither<F, A>
  readonly failure: (reason: string) => F
}

/**
 * Makes of a call two points at which somebody else may go on: before it is done, and, when its answer is late or lost,
 * before its answer arrives. A caller that dies in between has done it and never learns.
 */
export const scheduledCall =
  <F, A>({ name: owner, scheduler, fate }: Caller, call: Call<F, A>): TaskEither<F, A> =>
  async () => {
    await scheduler.turn(owner, call.name)
    const drawn = fate()
    if (drawn === 'NotDone') return E.left(call.failure('not reached'))
    const answer = await scheduler.busy(call.task())
    if (drawn === 'Done') return answer
    await scheduler.turn(owner, `${call.name} answers ${drawn}`)
    return drawn === 'AnswerLost' ? E.left(call.failure('timed out')) : answer
  }
