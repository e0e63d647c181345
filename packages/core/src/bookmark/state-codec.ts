import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import type { State } from './state.js'

const Stored = t.type({ ids: t.readonlyArray(t.string) })

/** How snapshots store a user's bookmarks. */
export const StateCodec = new t.Type<State, unknown>(
  'Bookmarks',
  (u): u is State => typeof u === 'object' && u !== null && 'ids' in u,
  (u, context) =>
    pipe(
      Stored.validate(u, context),
      E.map(({ ids }): State => ({ ids: new Set(ids) })),
    ),
  ({ ids }) => ({ ids: [...ids] }),
)
