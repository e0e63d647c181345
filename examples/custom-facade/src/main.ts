import { serve } from '@hono/node-server'
import { createCalendar, openDirectory } from '@kalends/core'
import { openSqliteStore } from '@kalends/storage-sql/sqlite'
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { feedApp } from './feed-app.js'

// Calendar programs send no tokens, so each user's link holds a key of their own.
const [file = './kalends.db', tenantId = 'demo', ...users] = process.argv.slice(2)
const { KALENDS_SECRET: secret, PORT = '3001' } = process.env
if (secret === undefined) throw new Error('KALENDS_SECRET signs the links of the feeds: set it')
const keyOf = (userId: string): string =>
  createHmac('sha256', secret)
    .update(JSON.stringify([tenantId, userId]))
    .digest('base64url')
const digest = (key: string | null) => createHash('sha256').update(`${key}`).digest()

const app = feedApp({
  calendar: createCalendar({ store: openSqliteStore({ file }) }),
  directory: openDirectory,
  viewerOf: (userId, { url }) =>
    timingSafeEqual(digest(new URL(url).searchParams.get('key')), digest(keyOf(userId)))
      ? { tenantId, userId }
      : null,
})
serve({ fetch: app.fetch, port: Number(PORT), hostname: '127.0.0.1' }, ({ address, port }) => {
  const link = (user: string) =>
    `http://${address}:${port}/calendars/${encodeURIComponent(user)}.ics?key=${keyOf(user)}`
  console.log(['Kalends feeds', ...users.map(link)].join('\n'))
})
