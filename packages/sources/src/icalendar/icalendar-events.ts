import type { ImportContext } from '../mapping/import-context.js'
import type { Imported, Refused } from '../mapping/imported.js'
import { mapItems } from '../mapping/map-items.js'
import type { Item } from '../mapping/sketch.js'
import { type Component, readComponents } from './components.js'
import { zoneFinder } from './zone-finder.js'
import { veventItems } from './vevent-items.js'

/**
 * Maps the VEVENTs of iCalendar text to imports. Those with RECURRENCE-ID belong to the series of their UID.
 *
 * A line that cannot be read is refused alone, and so is an event. Other components are refused as `Unsupported`; alarms are
 * only in `raw`. A change to `RANGE=THISANDFUTURE` is made to each occurrence of a series that ends; of one that does not
 * it is made to the first, and refused for the rest.
 *
 * Never throws. At most 10,485,760 characters, 20,000 components, 8 levels.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.6.1
 */
export const iCalendarEvents = (text: string, context: ImportContext): Imported => {
  const { components, refused } = readComponents(text)
  const zones = zoneFinder(
    components.filter(({ name }) => name === 'VTIMEZONE'),
    context.timeZone,
  )
  const items = components.flatMap((component, index) =>
    component.name === 'VEVENT'
      ? veventItems(component, { index, zones, context })
      : otherItems(component, index),
  )
  return mapItems([...refused.map(asItem), ...items], context)
}

const otherItems = ({ name, problem }: Component, index: number): readonly Item[] => {
  if (problem !== null) return [asItem({ id: `#${index}`, ...problem })]
  if (name === 'VTIMEZONE') return []
  return [asItem({ id: `#${index}`, reason: 'Unsupported', field: name })]
}

const asItem = (refused: Refused): Item => ({ type: 'Refused', refused })
