export { alignBots, type AlignBotsOptions } from './bots/align-bots.js'
export type {
  BotReport,
  BotRunner,
  BotRunnerFailure,
  LaunchedBot,
  Report,
} from './bots/bot-runner.js'
export { runBots } from './bots/run-bots.js'
export type { BotRunError, RunBotsOptions } from './bots/running.js'
export {
  type ScriptedBotsOptions,
  scriptedBots,
  type ScriptLine,
  shortCall,
} from './bots/scripted-bots.js'
export { deliverOutbox } from './deliver/deliver-outbox.js'
export type { DeliverOutboxOptions, DeliveryError } from './deliver/delivering.js'
export type { DetectLanguage, DetectorFailure } from './languages/detect-language.js'
export { detectLanguages } from './languages/detect-languages.js'
export type { DetectionError, DetectLanguagesOptions } from './languages/detecting.js'
export type { FollowError } from './follow/index.js'
export { eldDetector } from './languages/eld-detector.js'
export { type LoggedMessage, logSink } from './log-sink.js'
export { type Backoff, backoffMs, type Runner } from './loop/index.js'
export { pruneSuperseded, type PruneSupersededOptions } from './prune/prune-superseded.js'
export { announceChanges } from './webhooks/announce-changes.js'
export type { AnnounceChangesOptions, AnnouncementError } from './webhooks/announcing.js'
export type { WebhookPayload } from './webhooks/payload.js'
export { webhookSink, type WebhookSinkOptions } from './webhooks/webhook-sink.js'
