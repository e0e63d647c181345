import { DAY_MS, MINUTE_MS } from '../time/index.js'

/** How much one search for a time may ask. All bounds are included. */
export const timeSearchLimits = {
  /** The longest window: a quarter of a year. */
  windowMs: 92 * DAY_MS,
  /** Required and optional ones together. */
  attendees: 100,
  /** How many times may be asked for. */
  count: 1000,
  /** The finest granularity; the coarsest is a day. */
  granularityMs: MINUTE_MS,
  /** Ranges of working hours on one weekday. */
  rangesPerDay: 24,
} as const
