import * as E from 'fp-ts/lib/Either.js'
import { fileURLToPath } from 'node:url'

/** The process's environment, or what a test gives instead. */
export type Env = Readonly<Record<string, string | undefined>>

/** How callers prove who they are. */
export type AuthConfig =
  | { readonly type: 'Demo' }
  | {
      readonly type: 'Jwks'
      readonly url: URL
      readonly issuer: string
      readonly audience: string
    }
  | {
      readonly type: 'JwtSecret'
      readonly secret: string
      readonly issuer: string | undefined
      readonly audience: string | undefined
    }

/** What the server is told from outside. */
export interface Config {
  readonly host: string
  readonly port: number
  /** A path, or `:memory:`. */
  readonly databaseFile: string
  /** Signs cursors; null to keep one beside the database. */
  readonly secret: string | null
  readonly auth: AuthConfig
  /** Where notifications are appended to; null for the log. */
  readonly notificationLog: string | null
  readonly logLevel: LogLevel
  /** Where callers reach the server, behind whatever proxies. */
  readonly publicUrl?: string
}

/** Reads the environment. The left says, for people, which variable is wrong and what to set. */
export const configOf = (env: Env): E.Either<string, Config> => {
  const port = portOf(env['PORT'])
  if (E.isLeft(port)) return port
  const databaseFile = databaseFileOf(env['DATABASE_URL'])
  if (E.isLeft(databaseFile)) return databaseFile
  const secret = given(env['KALENDS_SECRET'])
  if (secret !== undefined && secret.length < MIN_SECRET) {
    return E.left(`KALENDS_SECRET must have at least ${MIN_SECRET} characters`)
  }
  const auth = authOf(env)
  if (E.isLeft(auth)) return auth
  const logLevel = LOG_LEVELS.find((level) => level === (given(env['LOG_LEVEL']) ?? 'info'))
  if (logLevel === undefined) return E.left(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}`)
  const publicUrl = given(env['KALENDS_PUBLIC_URL'])
  if (publicUrl !== undefined && !/^https?:\/\//.test(publicUrl)) {
    return E.left('KALENDS_PUBLIC_URL must begin with https:// or http://')
  }
  return E.right({
    host: given(env['HOST']) ?? '127.0.0.1',
    port: port.right,
    databaseFile: databaseFile.right,
    secret: secret ?? null,
    auth: auth.right,
    notificationLog: given(env['KALENDS_NOTIFICATION_LOG']) ?? null,
    logLevel,
    ...(publicUrl === undefined ? {} : { publicUrl }),
  })
}

const MIN_SECRET = 32
const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
type LogLevel = (typeof LOG_LEVELS)[number]

/** A variable that is set to nothing is not set. */
const given = (text: string | undefined): string | undefined => (text === '' ? undefined : text)

const portOf = (text: string | undefined): E.Either<string, number> => {
  const port = given(text) ?? '3000'
  return /^\d{1,5}$/.test(port) && Number(port) <= 65_535
    ? E.right(Number(port))
    : E.left('PORT must be a number from 0 to 65535')
}

const databaseFileOf = (text: string | undefined): E.Either<string, string> => {
  const url = given(text) ?? 'file:./kalends.db'
  if (/^postgres(ql)?:/.test(url)) {
    return E.left(
      'DATABASE_URL: PostgreSQL is not supported yet; set file:./kalends.db or the like',
    )
  }
  const [, path] = /^file:(.+)$/.exec(url) ?? []
  if (path === undefined)
    return E.left('DATABASE_URL must begin with file:, as in file:./kalends.db')
  if (!path.startsWith('//')) return E.right(path)
  return E.tryCatch(
    () => fileURLToPath(url),
    () => 'DATABASE_URL must be file:./relative, file:/absolute or file:///absolute',
  )
}

const authOf = (env: Env): E.Either<string, AuthConfig> => {
  if (given(env['KALENDS_DEMO']) === '1') {
    return env['NODE_ENV'] === 'production'
      ? E.left('KALENDS_DEMO=1 lets everybody in and is refused with NODE_ENV=production')
      : E.right({ type: 'Demo' })
  }
  const jwksUrl = given(env['KALENDS_JWKS_URL'])
  const secret = given(env['KALENDS_JWT_SECRET'])
  const issuer = given(env['KALENDS_JWT_ISSUER'])
  const audience = given(env['KALENDS_JWT_AUDIENCE'])
  if (jwksUrl !== undefined && secret !== undefined) {
    return E.left('KALENDS_JWKS_URL and KALENDS_JWT_SECRET exclude each other: unset one')
  }
  if (jwksUrl !== undefined) return jwksOf(jwksUrl, issuer, audience)
  if (secret === undefined) {
    return E.left(
      'set KALENDS_JWKS_URL (with KALENDS_JWT_ISSUER and KALENDS_JWT_AUDIENCE) or KALENDS_JWT_SECRET ' +
        'to check tokens, or KALENDS_DEMO=1 to try it out',
    )
  }
  return Buffer.byteLength(secret) < MIN_SECRET
    ? E.left(`KALENDS_JWT_SECRET must have at least ${MIN_SECRET} bytes`)
    : E.right({ type: 'JwtSecret', secret, issuer, audience })
}

const LOCAL: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

const jwksOf = (
  text: string,
  issuer: string | undefined,
  audience: string | undefined,
): E.Either<string, AuthConfig> => {
  const url = URL.parse(text)
  const trusted =
    url?.protocol === 'https:' || (url?.protocol === 'http:' && LOCAL.has(url.hostname))
  if (url === null || !trusted) return E.left('KALENDS_JWKS_URL must be an https URL')
  if (issuer === undefined) return E.left('KALENDS_JWKS_URL needs KALENDS_JWT_ISSUER')
  if (audience === undefined) return E.left('KALENDS_JWKS_URL needs KALENDS_JWT_AUDIENCE')
  return E.right({ type: 'Jwks', url, issuer, audience })
}
