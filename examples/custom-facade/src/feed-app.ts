import { Hono } from 'hono'
import { etag } from 'hono/etag'
import { feedOf } from './feed.js'
import type { FeedParts } from './feed-parts.js'

/** `GET /calendars/<user>.ics`. The `ETag` is of the content, so that what others write does not change it. */
export const feedApp = (parts: FeedParts): Hono => {
  const app = new Hono()
  app.get('/calendars/:file{.+\\.ics}', etag(), async (context) => {
    const viewer = parts.viewerOf(context.req.param('file').slice(0, -4), context.req.raw)
    if (viewer === null) return context.text('no such calendar\n', 404)
    context.header('Cache-Control', 'private, no-cache')
    context.header('Content-Type', 'text/calendar; charset=utf-8')
    return context.body(await feedOf(parts, viewer))
  })
  return app
}
