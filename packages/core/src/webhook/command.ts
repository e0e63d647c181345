import type { CalendarId, UserId } from '../event/index.js'
import type { Instant } from '../time/index.js'
import type { WebhookTrigger } from './webhook.js'

/** Adds a webhook. `position` is how far the log had come: what happened until then it is not told. */
export interface Subscribe {
  readonly type: 'Subscribe'
  readonly at: Instant
  readonly id: string
  readonly url: string
  readonly triggers: readonly WebhookTrigger[]
  readonly createdBy: UserId
  readonly position: number
}

/** Removes a webhook; again does nothing. */
export interface Unsubscribe {
  readonly type: 'Unsubscribe'
  readonly at: Instant
  readonly id: string
}

/** Tells a webhook nothing more. */
export interface Disable {
  readonly type: 'Disable'
  readonly at: Instant
  readonly id: string
  readonly reason: string
}

/** Says how deliveries to a webhook go. While they fail, updates are not told; once one succeeds, all of them together. */
export interface Report {
  readonly type: 'Report'
  readonly at: Instant
  readonly id: string
  readonly deliveries: 'Fail' | 'Succeed'
}

/** A calendar that lost or found the connection to its provider, and where the log says so. */
export interface ConnectionChange {
  readonly calendarId: CalendarId
  readonly connection: 'Connected' | 'Disconnected'
  readonly position: number
}

/** The updates of events in a stretch of the log. */
export interface Updates {
  /** When the first was recorded. */
  readonly from: Instant
  /** Where the last is. */
  readonly last: number
}

/** Tells all webhooks what is in the log in `(after, position]`, unless that was told, or it is less than `debounceMs` since. */
export interface Announce {
  readonly type: 'Announce'
  readonly at: Instant
  readonly after: number
  readonly position: number
  readonly updates: Updates | null
  /** In the order of the log. */
  readonly connections: readonly ConnectionChange[]
  readonly debounceMs: number
}

/** What can be asked of a tenant's webhooks. */
export type Command = Subscribe | Unsubscribe | Disable | Report | Announce
