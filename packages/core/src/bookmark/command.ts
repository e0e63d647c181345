import type { Instant } from '../time/index.js'

/** Adds a bookmark, or removes it where it is. `id` names an event or an occurrence. */
export interface Command {
  readonly type: 'Toggle'
  readonly at: Instant
  readonly id: string
}
