import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { configOf } from '../src/config.js'

const JWKS = {
  KALENDS_JWKS_URL: 'https://id.example.com/keys',
  KALENDS_JWT_ISSUER: 'https://id.example.com/',
  KALENDS_JWT_AUDIENCE: 'kalends',
}
const demo = { KALENDS_DEMO: '1' }

describe('configOf', () => {
  test('the defaults of the demo', () => {
    expect(configOf(demo)).toEqual(
      E.right({
        host: '127.0.0.1',
        port: 3000,
        databaseFile: './kalends.db',
        secret: null,
        auth: { type: 'Demo' },
        notificationLog: null,
        logLevel: 'info',
      }),
    )
  })

  test('KALENDS_PUBLIC_URL is where callers reach it', () => {
    const publicUrl = 'https://calendar.example.com'
    expect(configOf({ ...demo, KALENDS_PUBLIC_URL: publicUrl })).toMatchObject({
      right: { publicUrl },
    })
    expect(E.isLeft(configOf({ ...demo, KALENDS_PUBLIC_URL: 'calendar.example.com' }))).toBe(true)
  })

  test.each([
    ['file:./a.db', './a.db'],
    ['file:/var/a.db', '/var/a.db'],
    ['file:///var/a%20b.db', '/var/a b.db'],
    ['file::memory:', ':memory:'],
  ])('DATABASE_URL %s is the file %s', (url, databaseFile) => {
    expect(configOf({ ...demo, DATABASE_URL: url })).toMatchObject({ right: { databaseFile } })
  })

  test.each([
    ['nobody would be let in', {}, 'set KALENDS_JWKS_URL'],
    ['a demo in production', { ...demo, NODE_ENV: 'production' }, 'KALENDS_DEMO'],
    ['PostgreSQL', { ...demo, DATABASE_URL: 'postgres://localhost/x' }, 'DATABASE_URL: PostgreSQL'],
    ['another database', { ...demo, DATABASE_URL: 'mysql://x' }, 'DATABASE_URL must begin'],
    ['another host’s file', { ...demo, DATABASE_URL: 'file://host/x' }, 'DATABASE_URL must be'],
    ['a port that is none', { ...demo, PORT: '65536' }, 'PORT'],
    ['a port that is a word', { ...demo, PORT: '3e3' }, 'PORT'],
    ['a short secret', { ...demo, KALENDS_SECRET: 'short' }, 'KALENDS_SECRET'],
    ['an unknown level', { ...demo, LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
    ['a short token secret', { KALENDS_JWT_SECRET: 'x'.repeat(31) }, 'KALENDS_JWT_SECRET'],
    ['two ways', { ...JWKS, KALENDS_JWT_SECRET: 'x'.repeat(32) }, 'exclude each other'],
    ['no issuer', { ...JWKS, KALENDS_JWT_ISSUER: '' }, 'KALENDS_JWT_ISSUER'],
    ['no audience', { ...JWKS, KALENDS_JWT_AUDIENCE: '' }, 'KALENDS_JWT_AUDIENCE'],
    ['keys in the clear', { ...JWKS, KALENDS_JWKS_URL: 'http://id.example.com' }, 'https'],
    ['keys from nowhere', { ...JWKS, KALENDS_JWKS_URL: 'id.example.com' }, 'KALENDS_JWKS_URL'],
  ])('%s is refused, naming the variable', (_why, env, named) => {
    expect(configOf(env)).toEqual(E.left(expect.stringContaining(named)))
  })
})
