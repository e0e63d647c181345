import type { AdvanceBot, Bot, BotFailure, TenantId } from '@kalends/core'
import type * as TE from 'fp-ts/lib/TaskEither.js'

/** A bot that could not be sent into its call: `reason` is kept beside the bot, for people. */
export interface BotRunnerFailure {
  readonly type: 'BotRunnerFailure'
  readonly reason: string
}

/** How far a bot has come; what is left out stays. */
export type BotReport = Omit<AdvanceBot, 'tenantId' | 'botId'>

/** Notes how far a bot has come. A step that does not follow what is there is refused. */
export type Report = (step: BotReport) => TE.TaskEither<BotFailure, Bot>

/** A bot whose time has come. */
export interface LaunchedBot {
  readonly tenantId: TenantId
  readonly bot: Bot
}

/** What joins calls: it is outside, and no two of them are given one bot. */
export interface BotRunner {
  /**
   * Sends a bot, which is `Joining`, into its call. May report while it runs and at any time after, also by `advanceBot` from
   * elsewhere. Should be done when the bot is on its way: whoever stops waits for it.
   *
   * `meetingUrl` is whatever a caller of the API sent: it may lead anywhere http does.
   */
  readonly join: (launched: LaunchedBot, report: Report) => TE.TaskEither<BotRunnerFailure, void>
}
