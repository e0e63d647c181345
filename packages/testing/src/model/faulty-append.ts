import type { Append, AppendFailure, Appended, EventStore } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'

/** What goes wrong with one append: its answer is lost after the commit, or it is never reached. */
export type AppendFault = 'None' | 'AnswerLost' | 'NotReached' | 'SentTwice'

/**
 * An append that meets with a fault and is then tried again, as clients do: under the same command id.
 *
 * Its answer is that to the last try.
 */
export const appendThrough =
  <R>(
    store: Pick<EventStore, 'append'>,
    append: Append<R>,
    fault: AppendFault,
  ): TaskEither<AppendFailure<R>, Appended> =>
  async () => {
    switch (fault) {
      case 'None':
      case 'NotReached':
        break
      case 'AnswerLost':
        await store.append(append)()
        break
      case 'SentTwice': {
        const [one, other] = await Promise.all([store.append(append)(), store.append(append)()])
        return E.isRight(one) ? one : other
      }
    }
    return store.append(append)()
  }
