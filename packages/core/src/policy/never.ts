import type { RsvpResetPolicy } from '../event/index.js'
import { askedFor } from './asked-for.js'

/**
 * No change resets answers by itself: as JMAP, Cyrus, Stalwart and sabre/dav have it, where clients ask their users
 * whether to. So it decides what `explicit` does; the log tells them apart by name.
 *
 * @see https://datatracker.ietf.org/doc/draft-ietf-jmap-calendars/
 */
export const never: RsvpResetPolicy = {
  name: 'never',
  resets: (question) => askedFor(question) ?? { type: 'Nobody' },
}
