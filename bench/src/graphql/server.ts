import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import type { Directory } from '@kalends/core'
import { createCalendar, openDirectory } from '@kalends/core'
import { calendarBookmarks, graphqlApi } from '@kalends/graphql'
import { nativeApi } from '@kalends/rest'
import { openSqliteStore } from '@kalends/storage-sql/sqlite'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { Hono } from 'hono'
import { seedSingles } from '../seed.js'

/**
 * A process of its own: both facades over one calendar of 1,000 events on an SQLite file. Tells its parent the port, and
 * ends with it.
 */
const start = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'kalends-bench-'))
  const store = openSqliteStore({ file: join(folder, 'calendar.db') })
  const calendar = createCalendar({ store, directory, secret })
  await seedSingles(calendar, 1000)
  const server = serve(
    { fetch: appOf(calendar).fetch, hostname: '127.0.0.1', port: 0, overrideGlobalObjects: false },
    (bound) => process.send?.(bound.port),
  )
  process.once('disconnect', () => {
    server.close()
    void store.close().then(() => {
      rmSync(folder, { recursive: true })
      process.exit() // the client's connections are idle, not closed
    })
  })
}

const secret = 'the secret of the benchmarks, 32 and more'

const appOf = (calendar: ReturnType<typeof createCalendar>): Hono => {
  const authenticate = () =>
    TE.right({ tenantId: 'bench', userId: 'ann', scopes: ['AUTHENTICATED', 'calendar:read'] })
  const parts = { calendar, directory, authenticate }
  const graphql = graphqlApi({ ...parts, secret, bookmarks: calendarBookmarks(calendar) })
  const app = new Hono()
  app.all('/graphql', (context) => graphql.fetch(context.req.raw))
  app.route('/', nativeApi(parts))
  return app
}

const directory: Directory = {
  ...openDirectory,
  users: (_tenantId, userIds) =>
    TE.right(
      new Map(
        userIds.map((userId) => [userId, { userId, name: userId, email: `${userId}@example.com` }]),
      ),
    ),
}

await start()
