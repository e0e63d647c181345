import * as E from 'fp-ts/lib/Either.js'
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { authenticateBy } from '../src/auth/authenticate.js'
import type { AuthConfig } from '../src/config.js'
import { newLog } from '../src/log.js'

const log = newLog('silent')
const refused = E.left({ type: 'Unauthenticated' })
const ann = E.right({ tenantId: 'acme', userId: 'ann', scopes: ['read', 'write'] })

const identityOf = (config: AuthConfig, authorization: string | null) =>
  authenticateBy(
    config,
    log,
  )(
    new Request('http://localhost', {
      headers: authorization === null ? {} : { Authorization: authorization },
    }),
  )()

const claims = { tenant: 'acme', scope: 'read write' }
const bytes = (secret: string) => new TextEncoder().encode(secret)
const later = Math.floor(Date.now() / 1000) + 600

describe('demo tokens', () => {
  const demo: AuthConfig = { type: 'Demo' }
  test.each([
    ['Bearer demo-ann', { tenantId: 'demo', userId: 'ann', scopes: ['*'] }],
    ['bearer demo-ann@acme', { tenantId: 'acme', userId: 'ann', scopes: ['*'] }],
  ])('%s', async (header, identity) => {
    expect(await identityOf(demo, header)).toEqual(E.right(identity))
  })

  test.each([null, '', 'Bearer', 'Bearer demo-', 'Bearer ann', 'Basic demo-ann', 'Bearer demo-a@'])(
    '%s names nobody',
    async (header) => {
      expect(await identityOf(demo, header)).toEqual(refused)
    },
  )
})

describe('tokens signed with a secret', () => {
  const secret = 'a secret that two services share, in private'
  const config: AuthConfig = { type: 'JwtSecret', secret, issuer: undefined, audience: undefined }
  const token = (payload: Record<string, unknown> = {}, alg = 'HS256') =>
    new SignJWT({ sub: 'ann', exp: later, ...claims, ...payload }).setProtectedHeader({ alg })
  const signed = (payload?: Record<string, unknown>) => token(payload).sign(bytes(secret))

  test('name their user, tenant and scopes', async () => {
    expect(await identityOf(config, `Bearer ${await signed()}`)).toEqual(ann)
  })

  test.each([
    ['expired', { exp: later - 700 }],
    ['not valid yet', { nbf: later }],
    ['without an end', { exp: undefined }],
    ['without a user', { sub: undefined }],
    ['without a tenant', { tenant: undefined }],
    ['of a tenant that is no name', { tenant: 7 }],
    ['of a user without a name', { sub: '' }],
  ])('%s: refused', async (_why, payload) => {
    expect(await identityOf(config, `Bearer ${await signed(payload)}`)).toEqual(refused)
  })

  test('another secret, another algorithm, none, or a changed letter: refused', async () => {
    const good = await signed()
    const tokens = [
      await token().sign(bytes('another secret, which is as long as that')),
      await token({}, 'HS512').sign(bytes(secret)),
      new UnsecuredJWT({ sub: 'ann', exp: later, ...claims }).encode(),
      `${good.slice(0, -2)}AA`,
      good.replace('.', '.e'),
    ]
    for (const each of tokens) {
      expect(await identityOf(config, `Bearer ${each}`)).toEqual(refused)
    }
  })

  test('issuer and audience count once they are set', async () => {
    const strict = { ...config, issuer: 'us', audience: 'kalends' }
    expect(await identityOf(strict, `Bearer ${await signed()}`)).toEqual(refused)
    const good = await signed({ iss: 'us', aud: ['others', 'kalends'] })
    expect(await identityOf(strict, `Bearer ${good}`)).toEqual(ann)
  })
})

describe('tokens checked by a JWKS', async () => {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true })
  const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }
  const keyServer = createServer((_request, response) => {
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ keys: [jwk] }))
  })
  let config: AuthConfig = { type: 'Demo' }

  beforeAll(async () => {
    await new Promise<void>((resolve) => keyServer.listen(0, '127.0.0.1', resolve))
    const { port } = keyServer.address() as AddressInfo
    const url = new URL(`http://127.0.0.1:${port}/keys`)
    config = { type: 'Jwks', url, issuer: 'https://id.example.com/', audience: 'kalends' }
  })
  afterAll(() => void keyServer.close())

  const token = (payload: Record<string, unknown> = {}) =>
    new SignJWT({
      sub: 'ann',
      exp: later,
      iss: 'https://id.example.com/',
      aud: 'kalends',
      ...claims,
      ...payload,
    })
  const rs256 = { alg: 'RS256', kid: 'one' }

  test('name their user, tenant and scopes', async () => {
    const good = await token().setProtectedHeader(rs256).sign(privateKey)
    expect(await identityOf(config, `Bearer ${good}`)).toEqual(ann)
  })

  test.each([
    ['of another issuer', { iss: 'https://evil.example.com/' }],
    ['for another audience', { aud: 'another' }],
    ['expired', { exp: later - 700 }],
    ['without an end', { exp: undefined }],
  ])('%s: refused', async (_why, payload) => {
    const bad = await token(payload).setProtectedHeader(rs256).sign(privateKey)
    expect(await identityOf(config, `Bearer ${bad}`)).toEqual(refused)
  })

  test('signed with the public key as if it were a secret: refused', async () => {
    const secret = bytes(await exportSPKI(publicKey))
    const confused = await token().setProtectedHeader({ alg: 'HS256', kid: 'one' }).sign(secret)
    expect(await identityOf(config, `Bearer ${confused}`)).toEqual(refused)
    const unsigned = new UnsecuredJWT({ sub: 'ann', exp: later, ...claims }).encode()
    expect(await identityOf(config, `Bearer ${unsigned}`)).toEqual(refused)
  })

  test('signed with another key, or one nobody knows: refused', async () => {
    const other = await generateKeyPair('RS256')
    const forged = await token().setProtectedHeader(rs256).sign(other.privateKey)
    const unknown = await token()
      .setProtectedHeader({ ...rs256, kid: 'two' })
      .sign(privateKey)
    expect(await identityOf(config, `Bearer ${forged}`)).toEqual(refused)
    expect(await identityOf(config, `Bearer ${unknown}`)).toEqual(refused)
  })
})
