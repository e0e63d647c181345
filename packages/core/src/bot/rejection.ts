import type { BotPhase, BotProgress } from './bot.js'

/** Why something was refused about a bot. `IllegalStep`: what it says does not follow what is there. */
export type Rejection =
  | { readonly type: 'NotFound' }
  | {
      readonly type: 'IllegalStep'
      readonly part: 'State' | 'Recording' | 'Transcription'
      readonly from: BotPhase | BotProgress
      readonly to: BotPhase | BotProgress
    }
