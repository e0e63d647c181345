import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import * as t from 'io-ts'
import type { Viewer } from '../query/index.js'
import { openToken, sealToken } from '../query/index.js'
import type { ReadFailure } from './failure.js'
import type { Parts } from './parts.js'

/** A position of the log as a viewer's own token. It does not expire. */
export const changesToken = ({ secret }: Parts, viewer: Viewer, position: number): string =>
  sealToken({ secret, viewer }, { kind: 'changes', position })

/** The position of a token; a token that is not one of this viewer's and this log's is `InvalidCursor`. */
export const positionOf = (
  { secret, store }: Parts,
  viewer: Viewer,
  token: string,
): TE.TaskEither<ReadFailure, number> =>
  pipe(
    openToken({ secret, viewer }, token),
    E.chainW((value) => TokenCodec.decode(value)),
    E.bimap(
      (): ReadFailure => ({ type: 'InvalidCursor' }),
      ({ position }) => position,
    ),
    TE.fromEither,
    TE.bindTo('position'),
    TE.bindW('head', () => store.head(viewer.tenantId)),
    TE.chain(({ position, head }) =>
      // A log that has not come so far is another one: restored from a backup, for instance.
      position <= head.position
        ? TE.right(position)
        : TE.left<ReadFailure>({ type: 'InvalidCursor' }),
    ),
  )

const TokenCodec = t.type({ kind: t.literal('changes'), position: t.number })
