import { graphql } from './graphql.js'
import { listPage } from './list-page.js'
import { recurrence } from './recurrence.js'
import { writes } from './writes.js'
import { zones } from './zones.js'

const works = { zones, recurrence, writes, list: listPage, graphql }

/** `pnpm bench [zones|recurrence|writes|list|graphql ...]`: all of them when none is named. */
const named = process.argv.slice(2)
const unknown = named.filter((name) => !(name in works))
if (unknown.length > 0) {
  console.error(
    `no such benchmark: ${unknown.join(', ')}; there are ${Object.keys(works).join(', ')}`,
  )
  process.exit(1)
}
for (const [name, work] of Object.entries(works)) {
  if (named.length === 0 || named.includes(name)) await work()
}
