import * as t from 'io-ts'
import { InstantFromStamp } from '../time/index.js'

const at = InstantFromStamp

/** What can happen to a user's bookmarks, as the log stores it: cases are added, a stored one never changes. */
export const DomainEventCodec = t.union([
  t.type({ type: t.literal('Bookmarked'), at, id: t.string }),
  t.type({ type: t.literal('BookmarkRemoved'), at, id: t.string }),
])

/** A fact about a user's bookmarks, past tense, told apart by `type`. */
export type DomainEvent = t.TypeOf<typeof DomainEventCodec>
