import type { Authenticate } from '@kalends/rest'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Logger } from 'pino'
import type { AuthConfig } from '../config.js'
import { demoIdentity } from '../demo/token.js'
import { jwtVerifier } from './jwt.js'

/** How the server finds out who sends a request, as configured: by a token behind the name of a scheme. */
export const authenticateBy = (
  config: AuthConfig,
  log: Logger,
  scheme: Scheme = 'Bearer',
): Authenticate => {
  const verify = config.type === 'Demo' ? demoIdentity : jwtVerifier(config, log)
  return (request) => {
    const token = tokenOf(request.headers.get('authorization'), FORMS[scheme])
    return token === null ? TE.left({ type: 'Unauthenticated' }) : verify(token)
  }
}

/** What tokens stand behind in a header: `Token` for attendee.dev's dialect. */
type Scheme = 'Bearer' | 'Token'

/** Wider than RFC 6750, whose tokens have no `@`: demo tokens do. */
const FORMS: Readonly<Record<Scheme, RegExp>> = {
  Bearer: /^Bearer +([\x21-\x7e]+) *$/i,
  Token: /^Token +([\x21-\x7e]+) *$/i,
}

const tokenOf = (header: string | null, form: RegExp): string | null =>
  form.exec(header ?? '')?.[1] ?? null
