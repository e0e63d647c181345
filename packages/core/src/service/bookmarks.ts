import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { StoreFailure } from '../ports/index.js'
import type { Viewer } from '../query/index.js'
import type { Parts } from './parts.js'

/** Whose bookmarks. */
export interface BookmarksRequest {
  readonly viewer: Viewer
}

/** The ids of the events and occurrences that a viewer has bookmarked, the last one last. */
export const bookmarks =
  ({ store }: Parts) =>
  ({ viewer }: BookmarksRequest): TE.TaskEither<StoreFailure, ReadonlySet<string>> =>
    pipe(
      store.load(viewer.tenantId, 'bookmark', viewer.userId),
      TE.map(({ state }) => state.ids),
    )
