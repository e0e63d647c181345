import type { Identity, Unauthenticated } from '@kalends/rest'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify, type JWTVerifyOptions } from 'jose'
import type { Logger } from 'pino'
import type { AuthConfig } from '../config.js'

type JwtConfig = Exclude<AuthConfig, { readonly type: 'Demo' }>

/** Tells whom a token names. */
export type Verify = (token: string) => TE.TaskEither<Unauthenticated, Identity>

/**
 * Believes tokens signed by a key of the JWKS (asymmetric algorithms only), or by the secret (HS256
 * only), so that no token chooses how it is checked.
 *
 * `exp`, `sub` and `tenant` are required; `scope` is a list separated by spaces. Clocks may differ by
 * five seconds.
 */
export const jwtVerifier = (config: JwtConfig, log: Logger): Verify => {
  const check = checkerOf(config)
  return (token) =>
    TE.tryCatch(
      async () => identityOf(await check(token)),
      (cause) => {
        if (!isTokensFault(cause)) log.warn({ cause: String(cause) }, 'tokens cannot be checked')
        return { type: 'Unauthenticated' }
      },
    )
}

const ASYMMETRIC = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'EdDSA']

const checkerOf = (config: JwtConfig): ((token: string) => Promise<JWTPayload>) => {
  const options: JWTVerifyOptions = {
    clockTolerance: 5,
    requiredClaims: ['exp', 'sub', 'tenant'],
    ...(config.issuer === undefined ? {} : { issuer: config.issuer }),
    ...(config.audience === undefined ? {} : { audience: config.audience }),
  }
  if (config.type === 'Jwks') {
    const keys = createRemoteJWKSet(config.url)
    const algorithms = ASYMMETRIC
    return async (token) => (await jwtVerify(token, keys, { ...options, algorithms })).payload
  }
  const key = new TextEncoder().encode(config.secret)
  const algorithms = ['HS256']
  return async (token) => (await jwtVerify(token, key, { ...options, algorithms })).payload
}

const identityOf = ({ sub, tenant, scope }: JWTPayload): Identity => {
  if (!isId(sub) || !isId(tenant)) throw new errors.JWTInvalid('sub and tenant must be ids')
  const scopes = typeof scope === 'string' ? scope.split(' ').filter((each) => each !== '') : []
  return { tenantId: tenant, userId: sub, scopes }
}

const isId = (claim: unknown): claim is string =>
  typeof claim === 'string' && claim.length > 0 && claim.length <= 200

/** Whether the token itself is at fault, and not the key server. */
const isTokensFault = (cause: unknown): boolean =>
  cause instanceof errors.JOSEError &&
  !(cause instanceof errors.JWKSTimeout || cause instanceof errors.JWKSInvalid)
