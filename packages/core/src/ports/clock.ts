import type { Instant } from '../time/index.js'

/** What time it is. */
export interface Clock {
  readonly now: () => Instant
}

/** The machine's clock. */
export const systemClock: Clock = { now: () => Date.now() }
