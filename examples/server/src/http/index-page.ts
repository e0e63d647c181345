import type { Context } from 'hono'

const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Kalends</title>
<h1>Kalends</h1>
<p>A calendar over HTTP. Every request under <code>/calendar</code> and to <code>/graphql</code> names its caller:
<code>Authorization: Bearer ...</code></p>
<ul>
<li><a href="/docs">Reference</a>, also as <a href="/openapi.json">OpenAPI</a></li>
<li><a href="/v2/calendar/openapi.json">Salesloft's calendar events</a></li>
<li><a href="/graphql">GraphQL</a></li>
<li><a href="/healthz">Alive?</a></li>
<li><a href="/readyz">Ready?</a></li>
<li><a href="/metrics">Metrics</a></li>
</ul>
</html>
`

/** What a browser finds at the root: where everything else is. */
export const indexPage = (context: Context): Response =>
  context.html(PAGE, 200, {
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
  })
