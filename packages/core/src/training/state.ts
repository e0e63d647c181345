import type { LiveSession, Training } from './training.js'

/** What every state remembers: the facts that made it, so that none counts twice. */
interface Told {
  readonly facts: ReadonlySet<string>
}

/**
 * What folding the stream of a training, a bucket or a live session yields. A bucket has no training, and a session no
 * record, while only what ends it is known.
 */
export type State =
  | ({ readonly type: 'Absent' } & Told)
  | ({ readonly type: 'Training' } & Told & Training)
  | ({
      readonly type: 'Bucket'
      readonly trainingId: string | null
      readonly struck: ReadonlySet<string>
    } & Told)
  | ({
      readonly type: 'Session'
      readonly session: LiveSession | null
      readonly cancelled: 'Cancelled' | 'Planned'
    } & Told)

/** The state of a stream in which nothing has happened. */
export const initialState: State = { type: 'Absent', facts: new Set() }
