import * as E from 'fp-ts/lib/Either.js'
import type { Command } from './command.js'
import type { DomainEvent } from './domain-event.js'
import type { Rejection } from './rejection.js'
import type { State } from './state.js'

/** Decides what a toggle comes to. Deterministic. A bookmark can always be removed. */
export const decide = (
  { at, id }: Command,
  { ids }: State,
): E.Either<Rejection, readonly DomainEvent[]> => {
  if (ids.has(id)) return E.right([{ type: 'BookmarkRemoved', at, id }])
  return ids.size >= MOST_BOOKMARKS
    ? E.left({ type: 'TooManyBookmarks', limit: MOST_BOOKMARKS })
    : E.right([{ type: 'Bookmarked', at, id }])
}

/** So many bookmarks a user may have. */
export const MOST_BOOKMARKS = 1000
