import { eventKey } from './m0003/event-key.js'
import { imports } from './m0003/imports.js'
import { lanesOfGuests } from './m0003/lanes-of-guests.js'
import { removed } from './m0003/removed.js'
import type { Migration } from './migration.js'

/** What imports and the facades that list more than a participant's own events need. */
export const facades: Migration = {
  version: 3,
  name: 'facades',
  statements: [...imports, ...eventKey, ...lanesOfGuests, ...removed],
}
