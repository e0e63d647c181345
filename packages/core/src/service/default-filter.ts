import type { Filter } from '../query/index.js'
import { everything, UTC } from '../time/index.js'

/** Every occurrence of the viewer's active events, by start. */
export const defaultFilter: Filter = {
  window: everything,
  answers: null,
  listing: 'Active',
  direction: 'Ascending',
  timeZone: UTC,
}
