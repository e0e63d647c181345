import type { CalendarEvent, Recurrence, Recurring, RsvpResetPolicy } from '../event/index.js'
import { sameJson, sameTime } from '../event/index.js'
import { askedFor } from './asked-for.js'
import { changedOccurrences } from './changed-occurrences.js'
import { mayAddInstances } from './may-add-instances.js'
import { resetOf } from './reset-of.js'
import { sameEdges } from './same-edges.js'

/**
 * As Outlook and Exchange do: every new date, time, time zone or recurrence is a full update, to which earlier answers say
 * nothing; an exception that is moved or reinstated, one for itself. Single occurrences that go away reset nothing.
 *
 * @see https://learn.microsoft.com/openspecs/exchange_server_protocols/ms-oxocal/
 */
export const exchange: RsvpResetPolicy = {
  name: 'exchange',
  resets: (question) => {
    const { before, after } = question
    const asked = askedFor(question)
    if (asked !== null) return asked
    if (isFullUpdate(before, after)) return { type: 'Everyone' }
    const { moved, reinstated } = changedOccurrences({ before, after, same })
    return resetOf([...moved, ...reinstated])
  },
}

const isFullUpdate = (before: CalendarEvent, after: CalendarEvent): boolean => {
  if (!same(before.time, after.time)) return true
  if (sameJson(before.recurrence, after.recurrence)) return false
  const [was, is] = [withoutExclusions(before), withoutExclusions(after)]
  return mayAddInstances(before, after) || mayAddInstances(was, is) || mayAddInstances(is, was)
}

/** All-day events have no zone of their own. */
const same: typeof sameTime = (a, b) =>
  a.type === 'AllDay' && b.type === 'AllDay' ? sameEdges(a, b) : sameTime(a, b)

const withoutExclusions = ({ time, recurrence }: CalendarEvent): Recurring => ({
  time,
  recurrence: recurrence === null ? null : included(recurrence),
})

const included = (lines: Recurrence): Recurrence => lines.filter((line) => !/^EXDATE\b/i.test(line))
