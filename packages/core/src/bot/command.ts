import type { Instant } from '../time/index.js'
import type { BotEvent, BotMetadata, BotPhase, BotProgress } from './bot.js'

/** Makes a bot that joins a call at a time. The same again does nothing. */
export interface Schedule {
  readonly type: 'Schedule'
  readonly at: Instant
  readonly botId: string
  readonly event: BotEvent | null
  readonly meetingUrl: string
  readonly joinAt: Instant
  readonly metadata: BotMetadata
}

/**
 * Says where the bot's event is now; null when it does not take place any more. A bot that has not begun to join moves with
 * it, or is deleted.
 */
export interface Align {
  readonly type: 'Align'
  readonly at: Instant
  readonly event: BotEvent | null
}

/** Sends the bot off when its time has come; before that, and when it is off already, nothing. */
export interface Launch {
  readonly type: 'Launch'
  readonly at: Instant
}

/** Says how far a bot has come. What is left out stays. */
export interface Advance {
  readonly type: 'Advance'
  readonly at: Instant
  readonly to?: BotPhase
  readonly reason?: string | null
  readonly recording?: BotProgress
  readonly transcription?: BotProgress
}

/** What can be asked of a bot. */
export type Command = Schedule | Align | Launch | Advance
