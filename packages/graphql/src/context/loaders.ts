import type { CalendarEvent, DirectoryUser, UserId, Viewer } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import type { GraphqlParts } from '../parts.js'
import { errorOf } from '../errors/error-of.js'
import type { Loader } from './loader.js'
import { newLoader } from './loader.js'
import type { Outside } from './outside.js'

/** An event as of a log position; null for now. */
export interface EventKey {
  readonly uid: string
  readonly position: number | null
}

/** What resolvers ask for one by one, and the ports many at once: one call for a page, whatever its size. */
export interface Loaders {
  readonly events: Loader<EventKey, CalendarEvent | null>
  /** Null for who is not known, or while the directory fails. */
  readonly users: Loader<UserId, DirectoryUser | null>
  readonly bookmarks: Loader<string, 'Bookmarked' | 'NotBookmarked' | 'Unavailable'>
}

/** The loaders of one request. */
export const newLoaders = (parts: GraphqlParts, viewer: Viewer, outside: Outside): Loaders => ({
  events: newLoader(eventsOf(parts, viewer), ({ uid, position }) => `${position ?? ''} ${uid}`),
  users: newLoader(usersOf(parts, viewer, outside), (userId) => userId),
  bookmarks: newLoader(bookmarksOf(parts, viewer, outside), (id) => id),
})

const eventsOf =
  ({ calendar, onFault }: GraphqlParts, viewer: Viewer) =>
  async (keys: readonly EventKey[]): Promise<readonly (CalendarEvent | null)[]> => {
    const positions = [...new Set(keys.map(({ position }) => position))]
    const found = new Map(
      await Promise.all(
        positions.map(async (position) => {
          const uids = keys.filter((key) => key.position === position).map(({ uid }) => uid)
          const asOf = position === null ? {} : { asOf: { type: 'Position', position } as const }
          const read = await calendar.getMany({ viewer, uids, audience: 'Visible', ...asOf })()
          if (E.isRight(read)) return [position, read.right] as const
          onFault({ cause: read.left, at: 'calendar' })
          throw errorOf(read.left)
        }),
      ),
    )
    return keys.map(({ uid, position }) => found.get(position)?.get(uid) ?? null)
  }

const usersOf =
  ({ directory, onFault }: GraphqlParts, { tenantId }: Viewer, outside: Outside) =>
  async (userIds: readonly UserId[]): Promise<readonly (DirectoryUser | null)[]> => {
    const found = await directory.users(tenantId, userIds)()
    if (E.isLeft(found)) onFault({ cause: found.left, at: 'directory' })
    const users = userIds.map((userId) =>
      E.isLeft(found) ? null : (found.right.get(userId) ?? null),
    )
    users.forEach((user, index) => outside.note(user ?? [userIds[index]]))
    return users
  }

const bookmarksOf =
  ({ bookmarks, onFault }: GraphqlParts, viewer: Viewer, outside: Outside) =>
  async (ids: readonly string[]) => {
    if (bookmarks === null) return ids.map(() => 'Unavailable' as const)
    const found = await bookmarks.of(viewer, ids)()
    if (E.isLeft(found)) onFault({ cause: found.left, at: 'bookmarks' })
    return ids.map((id) => {
      if (E.isLeft(found)) return 'Unavailable'
      const is = found.right.has(id) ? 'Bookmarked' : 'NotBookmarked'
      outside.note([id, is])
      return is
    })
  }
