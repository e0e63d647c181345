import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Identity } from '../http/index.js'
import type { Failure } from '../problem/index.js'
import { occurrenceAnswered } from './answers.js'
import { envelopeOf, preconditionOf } from './envelope.js'
import type { EventPatch, NewBody } from './event-patch.js'
import { changesOf } from './event-patch.js'
import { executedOccurrence } from './executed-occurrence.js'
import type { OccurrenceKey } from './occurrence-path.js'
import type { NativeParts } from './options.js'

/** A change of an occurrence, decoded. */
export interface OccurrenceChange {
  readonly identity: Identity
  readonly ifRevision: readonly number[] | undefined
  readonly commandId: string | undefined
  readonly key: OccurrenceKey
  readonly patch: EventPatch
  readonly body: NewBody
}

/** Changes one occurrence, and answers with it. */
export const changeOccurrence = (
  parts: NativeParts,
  { key, patch, body, ...asked }: OccurrenceChange,
) =>
  pipe(
    parts.calendar.execute({
      type: 'PatchOccurrence',
      ...key,
      ...changesOf(patch, body),
      ...envelopeOf(asked),
      ...preconditionOf(asked),
    }),
    TE.mapLeft((failure): Failure => failure),
    TE.chain(executedOccurrence),
    TE.chain((view) => occurrenceAnswered(parts, view, asked)),
  )
