import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Authenticate, Identity, Unauthenticated } from '../../http/index.js'

/** Authenticates by the `Authorization: Token` header: `verify` is given the token. */
export const tokenScheme =
  (verify: (token: string) => TE.TaskEither<Unauthenticated, Identity>): Authenticate =>
  (request) => {
    const [, token] = FORM.exec(request.headers.get('Authorization') ?? '') ?? []
    return token === undefined ? TE.left({ type: 'Unauthenticated' }) : verify(token)
  }

const FORM = /^Token +([\x21-\x7e]+) *$/i
