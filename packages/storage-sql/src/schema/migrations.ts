import { first } from './m0001-first.js'
import { series } from './m0002-series.js'
import { facades } from './m0003-facades.js'
import { bots } from './m0004-bots.js'
import type { Migration } from './migration.js'

/** Every migration of SQLite, by version, without gaps. */
export const migrations: readonly Migration[] = [first, series, facades, bots]
