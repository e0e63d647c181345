import { createHash } from 'node:crypto'
import type { CalendarId, Uid } from './ids.js'

/**
 * The uid of the event that is imported into a calendar under a key: the same for the same calendar and key, for all time,
 * so that an import finds what an earlier one made without an index.
 *
 * `import-` and the first 160 bits of a SHA-256, in hexadecimal digits: without `_`, it never looks like the id of an occurrence.
 */
export const importedUid = (calendarId: CalendarId, key: readonly string[]): Uid => {
  const digest = createHash('sha256')
    .update(JSON.stringify([calendarId, key]))
    .digest('hex')
  return `import-${digest.slice(0, DIGITS)}`
}

const DIGITS = 40
