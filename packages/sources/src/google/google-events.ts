import type { ImportContext } from '../mapping/import-context.js'
import type { Imported } from '../mapping/imported.js'
import { mapItems } from '../mapping/map-items.js'
import { googleItem } from './google-item.js'

/**
 * Maps the items of Google Calendar's `events.list` to imports.
 *
 * With `singleEvents=false` a series is one command, with its changed and cancelled instances; give all pages together. With
 * `singleEvents=true` no series are among the items: `instances: 'OnTheirOwn'` makes an event of each instance, by
 * its own id, which has its original start in it (`abc_20270308T140000Z`).
 *
 * Never throws, whatever the items are. Titles and the like are cut to core's limits, `raw` keeps the whole.
 *
 * @see https://developers.google.com/workspace/calendar/api/v3/reference/events
 */
export const googleEvents = (items: readonly unknown[], context: ImportContext): Imported =>
  mapItems(
    items.map((item, index) => googleItem(item, { index, context })),
    context,
  )
