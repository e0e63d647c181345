import type { BotPhase, BotProgress } from './bot.js'

/** Which phases may follow which. Nothing follows an end. */
export const NEXT_PHASES: Readonly<Record<BotPhase, readonly BotPhase[]>> = {
  Scheduled: ['Joining', 'FatalError'],
  Joining: ['JoinedNotRecording', 'JoinedRecording', 'Leaving', 'FatalError'],
  JoinedNotRecording: ['JoinedRecording', 'Leaving', 'FatalError'],
  JoinedRecording: ['JoinedNotRecording', 'Leaving', 'FatalError'],
  Leaving: ['Ended', 'FatalError'],
  Ended: [],
  FatalError: [],
}

/** How far a recording or a transcription may come next. */
export const NEXT_PROGRESS: Readonly<Record<BotProgress, readonly BotProgress[]>> = {
  NotStarted: ['InProgress', 'Failed'],
  InProgress: ['Complete', 'Failed'],
  Complete: [],
  Failed: [],
}

/** In which phases a recording, or a transcription, may begin: what is transcribed may lie in a call that is over. */
export const MAY_BEGIN: Readonly<Record<'Recording' | 'Transcription', readonly BotPhase[]>> = {
  Recording: ['JoinedRecording'],
  Transcription: ['JoinedNotRecording', 'JoinedRecording', 'Leaving', 'Ended'],
}
