import * as E from 'fp-ts/lib/Either.js'
import type { Bot, BotProgress } from './bot.js'
import type { Advance } from './command.js'
import type { DomainEvent } from './domain-event.js'
import { MAY_BEGIN, NEXT_PHASES, NEXT_PROGRESS } from './legal-steps.js'
import type { Rejection } from './rejection.js'

type Decision = E.Either<Rejection, readonly DomainEvent[]>

/**
 * Decides how far a bot has come: first where it is, then its recording and its transcription. Only legal steps are, and all
 * of them or none.
 *
 * Who records has begun to, whether or not it is said. What has not begun begins in a call.
 */
export const decideAdvance = (command: Advance, bot: Bot): Decision => {
  const moved = movedOn(command, bot)
  if (E.isLeft(moved)) return moved
  const phase = command.to ?? bot.phase
  const begun = phase === 'JoinedRecording' && bot.recording === 'NotStarted' ? 'InProgress' : null
  const asked = { at: command.at, phase }
  const recorded = progressed(
    { ...asked, part: 'Recording', from: begun ?? bot.recording },
    command.recording,
  )
  if (E.isLeft(recorded)) return recorded
  const transcribed = progressed(
    { ...asked, part: 'Transcription', from: bot.transcription },
    command.transcription,
  )
  if (E.isLeft(transcribed)) return transcribed
  const began: readonly DomainEvent[] =
    begun === null ? [] : [{ type: 'RecordingProgressed', at: command.at, to: begun }]
  return E.right([...moved.right, ...began, ...recorded.right, ...transcribed.right])
}

const movedOn = ({ at, to, reason = null }: Advance, { phase: from }: Bot): Decision => {
  if (to === undefined || to === from) return E.right([])
  return NEXT_PHASES[from].includes(to)
    ? E.right([{ type: 'BotAdvanced', at, to, reason }])
    : E.left({ type: 'IllegalStep', part: 'State', from, to })
}

interface Progressing {
  readonly at: number
  readonly part: 'Recording' | 'Transcription'
  readonly phase: Bot['phase']
  readonly from: BotProgress
}

const progressed = (
  { at, part, phase, from }: Progressing,
  to: BotProgress | undefined,
): Decision => {
  if (to === undefined || to === from) return E.right([])
  const mayBe = to !== 'InProgress' || MAY_BEGIN[part].includes(phase)
  if (!mayBe || !NEXT_PROGRESS[from].includes(to)) {
    return E.left({ type: 'IllegalStep', part, from, to })
  }
  const type = part === 'Recording' ? 'RecordingProgressed' : 'TranscriptionProgressed'
  return E.right([{ type, at, to }])
}
