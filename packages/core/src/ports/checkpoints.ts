import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { TenantId } from '../event/index.js'
import type { StoreFailure } from './event-store.js'

/** How far each consumer of the log has come, by tenant. */
export interface Checkpoints {
  /** 0 for a consumer that has not begun. */
  readonly position: (consumer: string, tenantId: TenantId) => TE.TaskEither<StoreFailure, number>
  /** Never goes back: a lower position than the stored one is ignored. */
  readonly advance: (
    consumer: string,
    tenantId: TenantId,
    position: number,
  ) => TE.TaskEither<StoreFailure, void>
}
