import * as t from 'io-ts'
import { nullable } from '../event/nullable.js'
import { InstantFromStamp } from '../time/index.js'
import { BotEventCodec, PhaseCodec, ProgressCodec } from './domain-event.js'
import type { State } from './state.js'

const BotCodec = t.type({
  botId: t.string,
  event: nullable(BotEventCodec),
  meetingUrl: t.string,
  joinAt: InstantFromStamp,
  metadata: t.UnknownRecord,
  phase: PhaseCodec,
  recording: ProgressCodec,
  transcription: ProgressCodec,
  changes: t.readonlyArray(
    t.type({
      at: InstantFromStamp,
      from: PhaseCodec,
      to: PhaseCodec,
      reason: nullable(t.string),
    }),
  ),
  createdAt: InstantFromStamp,
})

/** How snapshots, and the rows of stores, hold a bot. */
export const StateCodec: t.Type<State, unknown> = t.union([
  t.type({ type: t.literal('Absent') }),
  t.type({ type: t.literal('Present'), bot: BotCodec }),
  t.type({ type: t.literal('Deleted') }),
])
