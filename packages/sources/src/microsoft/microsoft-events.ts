import type { ImportContext } from '../mapping/import-context.js'
import type { Imported } from '../mapping/imported.js'
import { mapItems } from '../mapping/map-items.js'
import { microsoftItems } from './microsoft-items.js'

/**
 * Maps events of Microsoft Graph to imports.
 *
 * A series is one command: its master, with its exceptions (`type: exception`, also those of `$expand=exceptionOccurrences`) and
 * what `cancelledOccurrences` names. Occurrences as their series has them need nothing of their own. Where there are no
 * masters, as in a `calendarView`, `instances: 'OnTheirOwn'` makes an event of each.
 *
 * Never throws, whatever the items are. Titles and the like are cut to core's limits, `raw` keeps the whole.
 *
 * @see https://learn.microsoft.com/en-us/graph/api/resources/event
 */
export const microsoftEvents = (items: readonly unknown[], context: ImportContext): Imported =>
  mapItems(
    items.flatMap((item, index) => microsoftItems(item, { index, context })),
    context,
  )
