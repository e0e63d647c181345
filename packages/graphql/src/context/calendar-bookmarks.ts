import type { BookmarkFailure, CalendarService } from '@kalends/core'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Bookmarks, BookmarksFailure, TooManyBookmarks } from './bookmarks.js'

/** The bookmarks that the calendar itself keeps, in the log of its tenant. */
export const calendarBookmarks = (
  calendar: Pick<CalendarService, 'bookmarks' | 'toggleBookmark'>,
): Bookmarks => ({
  of: (viewer, ids) =>
    pipe(
      calendar.bookmarks({ viewer }),
      TE.bimap(failed, (bookmarked) => new Set(ids.filter((id) => bookmarked.has(id)))),
    ),
  toggle: ({ tenantId, userId }, id) =>
    pipe(
      calendar.toggleBookmark({ tenantId, actor: userId, id }),
      TE.bimap(refusedOrFailed, ({ bookmark }) => bookmark),
    ),
})

const refusedOrFailed = (failure: BookmarkFailure): BookmarksFailure | TooManyBookmarks =>
  failure.type === 'Rejected' && failure.rejection.type === 'TooManyBookmarks'
    ? failure.rejection
    : failed(failure)

const failed = (failure: { readonly type: string }): BookmarksFailure => ({
  type: 'BookmarksFailure',
  reason: JSON.stringify(failure),
})
