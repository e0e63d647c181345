import type { TenantKey } from '@kalends/core'
import type { EventKeyTable } from '../schema/database.js'

/** The columns that say what a key is. */
export const KEY_COLUMNS = [
  'uid',
  'calendar_id',
  'repeats',
  'created_ms',
  'updated_ms',
  'start_ms',
  'end_ms',
] as const satisfies readonly (keyof EventKeyTable)[]

/** Reads a key. */
export const tenantKeyOf = (row: Pick<EventKeyTable, (typeof KEY_COLUMNS)[number]>): TenantKey => ({
  uid: row.uid,
  calendarId: row.calendar_id,
  takesPlace: row.repeats === 0 ? 'Once' : 'Repeatedly',
  createdAt: row.created_ms,
  updatedAt: row.updated_ms,
  start: row.start_ms,
  end: row.end_ms,
})
