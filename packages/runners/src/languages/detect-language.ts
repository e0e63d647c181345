import type * as TE from 'fp-ts/lib/TaskEither.js'

/** A detector could not say: `Permanent` when it never will of this text. */
export interface DetectorFailure {
  readonly type: 'Transient' | 'Permanent'
  readonly reason: string
}

/** Tells a text's language as a BCP 47 tag, or null when it cannot tell. */
export type DetectLanguage = (text: string) => TE.TaskEither<DetectorFailure, string | null>
