import type { Bot, BotChange } from '@kalends/core'
import type { Codec } from '../../../wire/index.js'
import {
  anyObject,
  closed,
  described,
  listOf,
  named,
  nullable,
  oneOf,
  text,
} from '../../../wire/index.js'
import { stamp } from '../stamp.js'
import { botIdText } from '../wire-ids.js'

const TEXT = text({ min: 0 })

const State = oneOf(
  ['scheduled', 'Scheduled'],
  ['joining', 'Joining'],
  ['joined_not_recording', 'JoinedNotRecording'],
  ['joined_recording', 'JoinedRecording'],
  ['leaving', 'Leaving'],
  ['ended', 'Ended'],
  ['fatal_error', 'FatalError'],
)

const Progress = oneOf(
  ['not_started', 'NotStarted'],
  ['in_progress', 'InProgress'],
  ['complete', 'Complete'],
  ['failed', 'Failed'],
)

/** What is written already is taken as it is. */
const written = <A, O extends string>({ schema }: Codec<A, O>) => described(TEXT, schema)

const Change = closed(
  {
    created_at: TEXT,
    old_state: written(State),
    new_state: written(State),
    reason: nullable(TEXT),
  },
  {},
)

/** A bot. */
export const BotItem = named(
  'Bot',
  closed(
    {
      id: TEXT,
      metadata: anyObject,
      meeting_url: TEXT,
      state: written(State),
      events: listOf(Change),
      transcription_state: written(Progress),
      recording_state: written(Progress),
      join_at: TEXT,
    },
    {},
  ),
)

/** A bot as answers write it. */
export const botAnswer = (bot: Bot) => ({
  id: botIdText(bot.botId),
  metadata: bot.metadata,
  meeting_url: bot.meetingUrl,
  state: State.encode(bot.phase),
  events: bot.changes.map(changeAnswer),
  transcription_state: Progress.encode(bot.transcription),
  recording_state: Progress.encode(bot.recording),
  join_at: stamp(bot.joinAt, 'Short'),
})

const changeAnswer = ({ at, from, to, reason }: BotChange) => ({
  created_at: stamp(at, 'Full'),
  old_state: State.encode(from),
  new_state: State.encode(to),
  reason,
})
