import type { CalendarEvent, RsvpResetPolicy } from '../event/index.js'
import { askedFor } from './asked-for.js'
import { changedOccurrences } from './changed-occurrences.js'
import { mayAddInstances } from './may-add-instances.js'
import { resetOf } from './reset-of.js'
import { sameEdges } from './same-edges.js'

/**
 * What takes place at another time, or when nothing did, is asked about anew: everything, where the event itself or the
 * rule of its series did that; one occurrence, where it was moved or reinstated on its own.
 *
 * Occurrences that go away reset nothing. Where it cannot be told in time whether a rule adds any, it does.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6638#section-3.2.8
 */
export const rfc6638: RsvpResetPolicy = {
  name: 'rfc6638',
  resets: (question) => {
    const { before, after } = question
    return askedFor(question) ?? (reschedules(before, after) ? EVERYONE : single(before, after))
  },
}

const EVERYONE = { type: 'Everyone' } as const

const reschedules = (before: CalendarEvent, after: CalendarEvent): boolean =>
  !sameEdges(before.time, after.time) || mayAddInstances(before, after)

const single = (before: CalendarEvent, after: CalendarEvent) => {
  const { moved, reinstated } = changedOccurrences({ before, after, same: sameEdges })
  return resetOf([...moved, ...reinstated])
}
