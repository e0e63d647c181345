import type { RecurrenceId, Uid } from '../event/index.js'
import type { Instant } from '../time/index.js'

/** Where a bot is in the life of a call. */
export type BotPhase =
  | 'Scheduled'
  | 'Joining'
  | 'JoinedNotRecording'
  | 'JoinedRecording'
  | 'Leaving'
  | 'Ended'
  | 'FatalError'

/** How far a recording, or a transcription, has come. */
export type BotProgress = 'NotStarted' | 'InProgress' | 'Complete' | 'Failed'

/** One step from phase to phase. */
export interface BotChange {
  readonly at: Instant
  readonly from: BotPhase
  readonly to: BotPhase
  /** What was said about it; null for nothing. */
  readonly reason: string | null
}

/**
 * The event that a bot was scheduled for, as it was when the bot was last aligned with it.
 *
 * `recurrenceId` is null for an event that takes place once. `start` is when that, or the occurrence, began: an instant, or
 * midnight as if in UTC where it is all-day. `seriesStart` is what the clock showed at the start of the series; null for an
 * event that takes place once. `version` is that of the event's stream.
 */
export interface BotEvent {
  readonly uid: Uid
  readonly recurrenceId: RecurrenceId | null
  readonly start: Instant
  readonly seriesStart: RecurrenceId | null
  readonly version: number
}

/** What the caller of a bot keeps beside it: a JSON object. */
export type BotMetadata = Readonly<Record<string, unknown>>

/** A bot that joins a call at a time, as folding its stream yields it. */
export interface Bot {
  readonly botId: string
  /** Null when it was scheduled for no event of ours. */
  readonly event: BotEvent | null
  readonly meetingUrl: string
  readonly joinAt: Instant
  readonly metadata: BotMetadata
  readonly phase: BotPhase
  readonly recording: BotProgress
  readonly transcription: BotProgress
  /** The last steps from phase to phase, at most `MOST_CHANGES`, the last one last. */
  readonly changes: readonly BotChange[]
  readonly createdAt: Instant
}

/** So many steps of a bot are kept beside it; the log has all. */
export const MOST_CHANGES = 100
