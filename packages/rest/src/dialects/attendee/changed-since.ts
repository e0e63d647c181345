import type { ChangedSince, TenantId } from '@kalends/core'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Failure } from '../../problem/index.js'
import { invalidAt, refused } from '../../problem/index.js'
import type { AttendeeParts } from './options.js'

/** Since when events must have changed, by a webhook's token; nothing where none was sent. */
export const changedSince = (
  { webhooks }: AttendeeParts,
  tenantId: TenantId,
  token: string | undefined,
): TE.TaskEither<Failure, ChangedSince | undefined> => {
  if (token === undefined) return TE.right(undefined)
  if (webhooks === null) return TE.left(INVALID)
  return pipe(
    webhooks.changedSince({ tenantId, token }),
    TE.mapLeft((failure) => (failure.type === 'InvalidCursor' ? INVALID : failure)),
  )
}

const INVALID = refused(
  invalidAt('/change_token', 'Invalid change_token. Use the change_token of a webhook.'),
)
