import type { BotMetadata } from '../../bot/index.js'
import type { NamedById } from '../../event/index.js'
import type { Instant } from '../../time/index.js'
import type { Envelope } from '../command.js'

/**
 * Sends a bot into a call at a time. For an event, or an occurrence as wires call it, the time is its start and the call its
 * meeting link unless said; else the call must be said, and the time is now.
 */
export interface ScheduleBot extends Envelope {
  readonly event?: NamedById
  /** http or https. */
  readonly meetingUrl?: string
  readonly joinAt?: Instant
  readonly metadata?: BotMetadata
}
