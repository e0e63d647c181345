import type { TenantOrder } from '../ports/index.js'
import type { Direction, Viewer } from '../query/index.js'
import type { SyncWindow, TenantEventsFilter } from './tenant-filter.js'

/**
 * A page of a tenant's events.
 *
 * A `cursor` is good for the same viewer, order, direction and filter. `limit` is 1 or more rows; bounding it is the
 * facade's.
 */
export interface TenantEventsRequest {
  readonly viewer: Viewer
  readonly filter: TenantEventsFilter
  readonly order: TenantOrder
  readonly direction: Direction
  readonly syncWindow: SyncWindow
  readonly cursor?: string
  readonly limit: number
}
