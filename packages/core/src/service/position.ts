import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { TenantId } from '../event/index.js'
import type { ReadFailure } from './failure.js'
import type { Parts } from './parts.js'
import { snapshot } from './snapshot.js'

/** Whose log. */
export interface PositionRequest {
  readonly tenantId: TenantId
}

/** How far a tenant's log has come. As long as it stands, every read gives the same. */
export const position =
  (parts: Parts) =>
  ({ tenantId }: PositionRequest): TE.TaskEither<ReadFailure, number> =>
    snapshot(parts, tenantId, undefined)
