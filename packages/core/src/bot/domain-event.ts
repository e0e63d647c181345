import * as t from 'io-ts'
import { nullable } from '../event/nullable.js'
import { RecurrenceId } from '../event/index.js'
import { InstantFromStamp } from '../time/index.js'

const at = InstantFromStamp

/** @see BotPhase */
export const PhaseCodec = t.keyof({
  Scheduled: null,
  Joining: null,
  JoinedNotRecording: null,
  JoinedRecording: null,
  Leaving: null,
  Ended: null,
  FatalError: null,
})

/** @see BotProgress */
export const ProgressCodec = t.keyof({
  NotStarted: null,
  InProgress: null,
  Complete: null,
  Failed: null,
})

/** @see BotEvent */
export const BotEventCodec = t.type({
  uid: t.string,
  recurrenceId: nullable(RecurrenceId),
  start: InstantFromStamp,
  seriesStart: nullable(RecurrenceId),
  version: t.number,
})

/**
 * What can happen to a bot, as the log stores it: cases are added, a stored one never changes. `metadata` and `meetingUrl`
 * may hold personal data.
 */
export const DomainEventCodec = t.union([
  t.type({
    type: t.literal('BotScheduled'),
    at,
    botId: t.string,
    event: nullable(BotEventCodec),
    meetingUrl: t.string,
    joinAt: InstantFromStamp,
    metadata: t.UnknownRecord,
  }),
  /** Its event is elsewhere now, and `joinAt` as far from its start as before. */
  t.type({ type: t.literal('BotMoved'), at, event: BotEventCodec, joinAt: InstantFromStamp }),
  /** Its event does not take place any more. */
  t.type({ type: t.literal('BotDeleted'), at }),
  t.type({ type: t.literal('BotAdvanced'), at, to: PhaseCodec, reason: nullable(t.string) }),
  t.type({ type: t.literal('RecordingProgressed'), at, to: ProgressCodec }),
  t.type({ type: t.literal('TranscriptionProgressed'), at, to: ProgressCodec }),
])

/** A fact about a bot, past tense, told apart by `type`. */
export type DomainEvent = t.TypeOf<typeof DomainEventCodec>
