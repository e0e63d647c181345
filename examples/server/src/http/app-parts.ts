import type { EventQueries, EventStore, Outbox, Webhooks } from '@kalends/core'
import type { Authenticate, NativeOptions } from '@kalends/rest'
import type { Logger } from 'pino'
import type { Metrics } from './metrics.js'

/** What the routes are made of. */
export interface AppParts extends Pick<NativeOptions, 'calendar' | 'directory' | 'authenticate'> {
  /** Finds out who sends a request of attendee.dev's dialect. */
  readonly authenticateToken: Authenticate
  readonly webhooks: Webhooks
  /** Where callers reach the server; null: where their requests say. */
  readonly publicUrl: string | null
  /** Aborts when the server begins to stop. */
  readonly stopping: AbortSignal
  readonly store: EventStore & EventQueries & Outbox
  readonly log: Logger
  readonly metrics: Metrics
  /** Signs the cursors that the calendar does not. */
  readonly secret: string
}
