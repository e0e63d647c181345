import type { CalendarEvent, RsvpResetPolicy } from '../event/index.js'
import { askedFor } from './asked-for.js'
import { changedOccurrences } from './changed-occurrences.js'
import { resetOf } from './reset-of.js'
import { sameEdges } from './same-edges.js'

/**
 * As Apple's calendar server does: a new time resets, of the event or of one occurrence; so does a single event that
 * becomes a series, and a series that becomes a single event. Another rule of a series, longer or shorter, does not.
 *
 * @see https://github.com/apple/ccs-calendarserver
 */
export const apple: RsvpResetPolicy = {
  name: 'apple',
  resets: (question) => {
    const { before, after } = question
    const asked = askedFor(question)
    if (asked !== null) return asked
    if (isAnother(before, after)) return { type: 'Everyone' }
    return resetOf(changedOccurrences({ before, after, same: sameEdges }).moved)
  },
}

const isAnother = (before: CalendarEvent, after: CalendarEvent): boolean =>
  !sameEdges(before.time, after.time) ||
  (before.recurrence === null) !== (after.recurrence === null)
