import type { CalendarService, Clock, Ids, Notifier } from '@kalends/core'
import type { Store, StoreUnderTest } from '../laws/index.js'
import type { Random } from './random.js'

/** Where simulated processes keep what they acknowledge. */
export interface SimulatedStorage {
  /** A handle for one more process. */
  readonly open: () => Promise<StoreUnderTest>
  /** Called while no handle is open: what was acknowledged must be there for those opened next. */
  readonly restart: () => Promise<void>
  readonly remove: () => Promise<void>
}

/** What a process works with in the background. */
export interface SimulatedBackground {
  readonly store: Store
  readonly calendar: CalendarService
  readonly notifier: Notifier
  readonly clock: Clock
  readonly ids: Ids
  readonly random: Random
  readonly retentionMs: number
}

/** What is simulated: a new storage, and the runners that each process starts. */
export interface SimulationSubject {
  readonly newStorage: (clock: Clock) => Promise<SimulatedStorage>
  readonly startRunners: (background: SimulatedBackground) => void
  /** What the language detector among the runners must come to say of a text; null where there is none. */
  readonly languageOf: ((text: string) => string) | null
}
