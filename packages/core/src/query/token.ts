import { createHmac, timingSafeEqual } from 'node:crypto'
import * as E from 'fp-ts/lib/Either.js'
import type { Viewer } from './query.js'

/** What tokens are signed with, and whom they are for. */
export interface TokenKey {
  readonly secret: string
  readonly viewer: Viewer
}

/** The text is not a token, or not one for this viewer. */
export interface InvalidToken {
  readonly type: 'InvalidCursor'
}

/** An opaque, signed text that holds a JSON value: bound to tenant and viewer, of no use to others. */
export const sealToken = (key: TokenKey, value: unknown): string => {
  const payload = Buffer.from(JSON.stringify(value))
  return Buffer.concat([signature(key, payload), payload]).toString('base64url')
}

/** Opens what `sealToken` made for the same viewer. One changed bit refuses it. */
export const openToken = (key: TokenKey, text: string): E.Either<InvalidToken, unknown> => {
  const bytes = FORM.test(text) ? Buffer.from(text, 'base64url') : Buffer.alloc(0)
  const canonical = bytes.length > SIGNATURE_BYTES && bytes.toString('base64url') === text
  if (!canonical) return E.left({ type: 'InvalidCursor' })
  const payload = bytes.subarray(SIGNATURE_BYTES)
  return timingSafeEqual(bytes.subarray(0, SIGNATURE_BYTES), signature(key, payload))
    ? E.tryCatch(
        (): unknown => JSON.parse(payload.toString()),
        () => ({ type: 'InvalidCursor' }) as const,
      )
    : E.left({ type: 'InvalidCursor' })
}

const FORM = /^[A-Za-z0-9_-]{1,8192}$/
const SIGNATURE_BYTES = 16

const signature = ({ secret, viewer }: TokenKey, payload: Buffer): Buffer =>
  createHmac('sha256', secret)
    .update(JSON.stringify(['kalends', viewer.tenantId, viewer.userId]))
    .update(payload)
    .digest()
    .subarray(0, SIGNATURE_BYTES)
