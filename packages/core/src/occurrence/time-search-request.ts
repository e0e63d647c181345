import type { UserId } from '../event/index.js'
import type { Instant } from '../time/index.js'
import type { WorkingHours } from './working-hours.js'

/** For a time of which length, within `[from, to)`, and for whom. No one may be listed twice. */
export interface TimeSearchRequest {
  readonly from: Instant
  readonly to: Instant
  readonly durationMs: number
  /** How many times to find, 1 or more. */
  readonly count: number
  /** All of them must be free. */
  readonly required: readonly Attendee[]
  readonly optional?: readonly Attendee[]
  /** How many of the optional ones must be free. Default 0. */
  readonly minOptional?: number
  /** Times begin at multiples of it, counted from midnight on the clock of `timeZone`. Default 15 minutes. */
  readonly granularityMs?: number
  /** IANA: whose clock times begin by. Default UTC. */
  readonly timeZone?: string
  /** Whether who is only tentatively busy is free. Default `Blocks`: they are not. */
  readonly tentative?: 'Blocks' | 'Free'
}

/** Who is to attend, where they are, and when they work. */
export interface Attendee {
  readonly userId: UserId
  /** IANA: where their working hours and all-day events lie. Default: the search's. */
  readonly timeZone?: string
  /** Default: any time. */
  readonly workingHours?: WorkingHours
}
