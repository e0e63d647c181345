import type { Viewer } from '@kalends/core'
import type * as TE from 'fp-ts/lib/TaskEither.js'

/** The bookmarks could not be read or written: `reason` is for logs, never for a wire. */
export interface BookmarksFailure {
  readonly type: 'BookmarksFailure'
  readonly reason: string
}

/** The viewer has as many bookmarks as one may have. */
export interface TooManyBookmarks {
  readonly type: 'TooManyBookmarks'
  readonly limit: number
}

/** What viewers have bookmarked, by the ids of events and occurrences. */
export interface Bookmarks {
  /** Those of `ids` that the viewer has bookmarked. */
  readonly of: (
    viewer: Viewer,
    ids: readonly string[],
  ) => TE.TaskEither<BookmarksFailure, ReadonlySet<string>>
  /** Adds the bookmark, or removes it where it is, which can always be done; tells which it is now. */
  readonly toggle: (
    viewer: Viewer,
    id: string,
  ) => TE.TaskEither<BookmarksFailure | TooManyBookmarks, 'Bookmarked' | 'NotBookmarked'>
}
