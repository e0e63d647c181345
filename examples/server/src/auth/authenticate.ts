import type { Authenticate } from '@kalends/rest'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Logger } from 'pino'
import type { AuthConfig } from '../config.js'
import { demoIdentity } from '../demo/token.js'
import { jwtVerifier } from './jwt.js'

/** How the server finds out who sends a request, as configured. */
export const authenticateBy = (config: AuthConfig, log: Logger): Authenticate => {
  const verify = config.type === 'Demo' ? demoIdentity : jwtVerifier(config, log)
  return (request) => {
    const token = tokenOf(request.headers.get('authorization'))
    return token === null ? TE.left({ type: 'Unauthenticated' }) : verify(token)
  }
}

/** Wider than RFC 6750, whose tokens have no `@`: demo tokens do. */
const tokenOf = (header: string | null): string | null =>
  /^Bearer +([\x21-\x7e]+) *$/i.exec(header ?? '')?.[1] ?? null
