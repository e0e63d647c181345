import type {
  CalendarService,
  Checkpoints,
  CommandFailure,
  EventStore,
  StoreFailure,
  TenantId,
} from '@kalends/core'
import { constVoid } from 'fp-ts/lib/function.js'
import type { Backoff } from '../loop/index.js'
import type { DetectLanguage, DetectorFailure } from './detect-language.js'
import { eldDetector } from './eld-detector.js'

/** What `detectLanguages` is given. */
export interface DetectLanguagesOptions {
  readonly calendar: Pick<CalendarService, 'execute'>
  readonly store: Pick<EventStore, 'readLog' | 'tenants' | 'onAppended'>
  readonly checkpoints: Checkpoints
  /** Default: `eldDetector`. */
  readonly detect?: DetectLanguage
  /** Under which name the checkpoints are kept and languages recorded. Default `language-detector`. */
  readonly name?: string
  /** How many domain events are read at once. Default 256. */
  readonly batch?: number
  /** Default: from 1 s to 1 min. */
  readonly backoff?: Partial<Backoff>
  /** How late another process's commits, and tenants, may be found. Default 5,000. */
  readonly pollMs?: number
  /** What went wrong, for logs; the runner goes on. */
  readonly onError?: (error: DetectionError) => void
}

/** What went wrong, with one tenant's log or, `tenantId` being null, with the list of tenants. */
export interface DetectionError {
  readonly type: 'DetectionError'
  readonly tenantId: TenantId | null
  readonly failure: DetectorFailure | CommandFailure | StoreFailure
}

/** The options with every default filled in. */
export interface Detecting extends Required<Omit<DetectLanguagesOptions, 'backoff'>> {
  readonly backoff: Backoff
}

/** Fills in what the options leave out. */
export const detectingOf = (options: DetectLanguagesOptions): Detecting => ({
  detect: eldDetector,
  name: 'language-detector',
  batch: 256,
  pollMs: 5000,
  onError: constVoid,
  ...options,
  backoff: { baseMs: 1000, maxMs: 60_000, random: Math.random, ...options.backoff },
})
