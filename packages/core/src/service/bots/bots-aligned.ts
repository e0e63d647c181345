import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Append, AppendFailure, Appended } from '../../ports/index.js'
import { alignBots } from './align-bots.js'
import { eventsMovedIn } from './events-moved-in.js'
import type { Parts } from '../parts.js'

/**
 * The store, aligning bots with whatever moves or cancels their events before it answers: whoever asked sees it done.
 *
 * What cannot be aligned now does not undo what was appended: a follower of the log does it later. An append that moves nothing
 * reads nothing.
 */
export const botsAligned = (parts: Parts): Parts['store'] => {
  const align = alignBots(parts)
  const append = <R>(asked: Append<R>): TE.TaskEither<AppendFailure<R>, Appended> =>
    pipe(
      parts.store.append(asked),
      TE.chainFirstTaskK(({ events }) => {
        const uids = eventsMovedIn(events)
        return uids.length === 0 ? DONE : align({ tenantId: asked.tenantId, uids })
      }),
    )
  return { ...parts.store, append }
}

const DONE = () => Promise.resolve(undefined)
