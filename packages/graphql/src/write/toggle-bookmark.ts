import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { TooManyBookmarks } from '../context/bookmarks.js'
import type { Context } from '../context/context.js'
import { badInput } from '../errors/bad-input.js'
import type { Failure } from '../errors/failure.js'
import type { EventNode } from '../event/event-node.js'
import { findEvent } from '../read/find-event.js'
import type { Refusal } from './refusal.js'
import { noSuchEvent, tooManyBookmarks } from './refusal.js'

/** A bookmark as it is now. */
export interface Toggled {
  readonly type: 'Toggled'
  readonly node: EventNode
  readonly is: 'Bookmarked' | 'NotBookmarked'
}

/** Adds or removes the viewer's bookmark of an event that they may see. */
export const toggleBookmark = (
  { eventId }: { readonly eventId: string },
  { parts, viewer, loaders }: Context,
): TE.TaskEither<Failure, Toggled | Refusal> => {
  const { bookmarks } = parts
  if (bookmarks === null) return TE.left(badInput('NOT_SUPPORTED', 'There are no bookmarks here'))
  return pipe(
    findEvent(parts, viewer, eventId),
    TE.bindTo('node'),
    TE.bindW('is', ({ node }) => bookmarks.toggle(viewer, node.id)),
    TE.map(({ node, is }): Toggled | Refusal => {
      loaders.bookmarks.know(node.id, is) // mutations of one document share what was loaded
      return { type: 'Toggled', node, is }
    }),
    TE.orElse(refusedOrFailed),
  )
}

const refusedOrFailed = (
  failure: Failure | TooManyBookmarks,
): TE.TaskEither<Failure, Toggled | Refusal> => {
  if (failure.type === 'TooManyBookmarks') return TE.right(tooManyBookmarks(failure.limit))
  return failure.type === 'Rejected' && failure.rejection.type === 'NotFound'
    ? TE.right(noSuchEvent)
    : TE.left(failure)
}
