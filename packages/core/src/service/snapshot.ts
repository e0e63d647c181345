import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { TenantId } from '../event/index.js'
import type { AsOf } from '../query/index.js'
import type { ReadFailure } from './failure.js'
import type { Parts } from './parts.js'

/**
 * The log position that a read sees: the last one, or the one asked for.
 *
 * An instant in the future is now. Refuses a position that the log has not reached, and one beyond the retention.
 */
export const snapshot = (
  { store }: Parts,
  tenantId: TenantId,
  asOf: AsOf | undefined,
): TE.TaskEither<ReadFailure, number> =>
  pipe(
    TE.Do,
    TE.bind('head', () => store.head(tenantId)),
    TE.bind('position', ({ head }) => {
      if (asOf === undefined) return TE.right(head.position)
      return asOf.type === 'Position'
        ? TE.right(asOf.position)
        : store.positionAt(tenantId, asOf.at)
    }),
    TE.chain(({ head, position }) => {
      if (position > head.position) return TE.left<ReadFailure>({ type: 'InvalidAsOf' })
      return position < head.readableFrom
        ? TE.left<ReadFailure>({ type: 'SnapshotExpired' })
        : TE.right(position)
    }),
  )
