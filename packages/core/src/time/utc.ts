import type { TimeZoneId } from './time-zone-id.js'

/**
 * Whether `id` is UTC under one of its IANA names.
 *
 * Greenwich (`GMT`, `Etc/GMT`) is not, though its offset is zero too.
 *
 * @see https://data.iana.org/time-zones/tzdb/etcetera
 */
export const isUtc = (id: TimeZoneId): boolean => UTC_NAMES.has(id)

const UTC_NAMES: ReadonlySet<string> = new Set([
  'UTC',
  'UCT',
  'Universal',
  'Zulu',
  'Etc/UTC',
  'Etc/UCT',
  'Etc/Universal',
  'Etc/Zulu',
])
