import type { Refused } from './imported.js'
import { isNewer } from './is-newer.js'
import type { Item, Sketch } from './sketch.js'

/** The events among the items by their ids, of two of one id the newer; and what that superseded. */
export const latestSketches = (
  items: readonly Item[],
): { readonly latest: ReadonlyMap<string, Sketch>; readonly superseded: readonly Refused[] } => {
  const latest = new Map<string, Sketch>()
  const superseded: Refused[] = []
  for (const item of items) {
    if (item.type !== 'CalendarEvent') continue
    const id = item.sketch.source.providerId
    const known = latest.get(id)
    if (known !== undefined) superseded.push({ id, reason: 'Superseded', field: null })
    if (known === undefined || isNewer(item.sketch.source, known.source))
      latest.set(id, item.sketch)
  }
  return { latest, superseded }
}
