import * as E from 'fp-ts/lib/Either.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { GraphqlParts } from '../parts.js'
import { errorOf, isTrouble } from './error-of.js'
import type { Failure } from './failure.js'

/** Runs what a field is made of; a failure becomes its error. Resolvers throw nowhere else but in `rightOrThrow`. */
export const runOrThrow =
  ({ onFault }: Pick<GraphqlParts, 'onFault'>) =>
  async <A>(task: TE.TaskEither<Failure, A>): Promise<A> => {
    const result = await task()
    if (E.isRight(result)) return result.right
    if (isTrouble(result.left)) onFault({ cause: result.left, at: 'graphql' })
    throw errorOf(result.left)
  }
