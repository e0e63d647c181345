import type { Instant } from '../time/index.js'
import type { Webhook } from './webhook.js'

/** What folding a tenant's webhooks yields. */
export interface State {
  /** By id, the last one last. */
  readonly webhooks: ReadonlyMap<string, Webhook>
  /** How far into the log everything was told, or need not be. */
  readonly announcedTo: number
  /** When something was told last; null: never. */
  readonly announcedAt: Instant | null
  /** When the updates that were told last began; null: none were. What is not told yet was recorded later. */
  readonly announcedFrom: Instant | null
}

/** The state of a tenant that never had a webhook. */
export const initialState: State = {
  webhooks: new Map(),
  announcedTo: 0,
  announcedAt: null,
  announcedFrom: null,
}
