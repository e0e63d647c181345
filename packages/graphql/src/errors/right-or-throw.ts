import * as E from 'fp-ts/lib/Either.js'
import type { BadInput } from './bad-input.js'
import { badInputError } from './bad-input-error.js'

/** What a field is made of at once; what its caller got wrong becomes its error. */
export const rightOrThrow = <A>(result: E.Either<BadInput, A>): A => {
  if (E.isRight(result)) return result.right
  throw badInputError(result.left)
}
