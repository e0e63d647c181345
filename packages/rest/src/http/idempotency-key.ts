import * as E from 'fp-ts/lib/Either.js'

/** The command id that an `Idempotency-Key` header gives; undefined without the header. */
export const idempotencyKey = (header: string | null): E.Either<string, string | undefined> => {
  if (header === null) return E.right(undefined)
  return FORM.test(header) ? E.right(header) : E.left('must be 1 to 200 visible ASCII characters')
}

const FORM = /^[\x21-\x7e]{1,200}$/
