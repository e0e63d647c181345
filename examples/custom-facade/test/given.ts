import type { Directory, Viewer } from '@kalends/core'
import { createCalendar, openDirectory } from '@kalends/core'
import { memoryStore } from '@kalends/storage-memory'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { feedApp } from '../src/feed-app.js'

export const TENANT = 'demo'

/** Everybody exists, and has an address. */
const directory: Directory = {
  ...openDirectory,
  users: (_, ids) =>
    TE.right(
      new Map(ids.map((userId) => [userId, { userId, name: null, email: addressOf(userId) }])),
    ),
}

export const addressOf = (userId: string): string => `${userId}@example.com`

/** An empty calendar and its feeds, which are anybody's. */
export const opened = (users: Directory = directory) => {
  const store = memoryStore()
  const calendar = createCalendar({ store })
  const viewerOf = (userId: string): Viewer => ({ tenantId: TENANT, userId })
  const app = feedApp({ calendar, directory: users, viewerOf })
  const ask = async (userId: string, headers: Readonly<Record<string, string>> = {}) =>
    app.request(`/calendars/${userId}.ics`, { headers })
  const feed = async (userId: string): Promise<string> => (await ask(userId)).text()
  return { store, app, ask, feed, ...calendar.promises }
}

/** Without the folds. */
export const unfolded = (text: string): string => text.replace(/\r\n[ \t]/g, '')
