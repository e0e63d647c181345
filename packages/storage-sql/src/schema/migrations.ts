import { first } from './m0001-first.js'
import { series } from './m0002-series.js'
import { imports } from './m0003-imports.js'
import { eventKey } from './m0004-event-key.js'
import { lanesOfGuests } from './m0005-lanes-of-guests.js'
import { removed } from './m0006-removed.js'
import type { Migration } from './migration.js'

/** Every migration of SQLite, by version, without gaps. */
export const migrations: readonly Migration[] = [
  first,
  series,
  imports,
  eventKey,
  lanesOfGuests,
  removed,
]
