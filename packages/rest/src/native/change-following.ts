import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Failure } from '../problem/index.js'
import { eventAnswered } from './answers.js'
import type { OccurrenceChange } from './change-occurrence.js'
import { envelopeOf, preconditionOf } from './envelope.js'
import { changesOf } from './event-patch.js'
import type { NativeParts } from './options.js'

/** Changes an occurrence and all that follow it, and answers with the series that they are now. */
export const changeFollowing = (
  parts: NativeParts,
  { key, patch, body, ...asked }: OccurrenceChange,
) =>
  pipe(
    parts.calendar.execute({
      type: 'SplitSeries',
      ...key,
      ...changesOf(patch, body),
      ...envelopeOf(asked),
      ...preconditionOf(asked),
    }),
    TE.mapLeft((failure): Failure => failure),
    TE.chain(({ event }) => eventAnswered(parts, event, asked)),
  )
