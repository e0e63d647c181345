import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import * as t from 'io-ts'
import type { TenantId } from '../../event/index.js'
import type { StoreFailure } from '../../ports/index.js'
import type { InvalidToken } from '../../query/index.js'
import { openToken, sealToken } from '../../query/index.js'
import type { ChangedSince } from '../tenant-filter.js'
import type { WebhookParts } from './webhook-parts.js'

/** A place in a tenant's log as a token: for whoever may see the tenant, and no other tenant. It does not expire. */
export const changeToken = (
  { secret }: Pick<WebhookParts, 'secret'>,
  tenantId: TenantId,
  { position, from }: ChangedSince,
): string => sealToken({ secret, viewer: nobodyOf(tenantId) }, { kind: KIND, position, from })

/** A token, and whose it should be. */
export interface ChangedSinceRequest {
  readonly tenantId: TenantId
  readonly token: string
}

/** Opens a change token. One of another tenant, or of a log that went further than this one, is invalid. */
export const changedSince =
  ({ secret, store }: WebhookParts) =>
  ({
    tenantId,
    token,
  }: ChangedSinceRequest): TE.TaskEither<StoreFailure | InvalidToken, ChangedSince> =>
    pipe(
      openToken({ secret, viewer: nobodyOf(tenantId) }, token),
      E.chainW((value) => TokenCodec.decode(value)),
      E.mapLeft(() => INVALID),
      TE.fromEither,
      TE.bindTo('since'),
      TE.bindW('head', () => store.head(tenantId)),
      TE.chain(({ since, head }) =>
        since.position <= head.position
          ? TE.right({ position: since.position, from: since.from })
          : TE.left<StoreFailure | InvalidToken>(INVALID),
      ),
    )

const KIND = 'tenant-changes'
const INVALID: InvalidToken = { type: 'InvalidCursor' }

/** No user is called so, and a user's own tokens are of other kinds. */
const nobodyOf = (tenantId: TenantId) => ({ tenantId, userId: '' })

const TokenCodec = t.type({ kind: t.literal(KIND), position: t.number, from: t.number })
