import type { EventChanges, TimeSlot } from '@kalends/core'

/** When an event takes place, as inputs say it. */
export interface TimeInput {
  readonly start?: string | null | undefined
  readonly end?: string | null | undefined
  readonly timeZone?: string | null | undefined
  readonly allDay?: boolean | null | undefined
}

/** What an update changes; null where there is nothing to remove is the same as left out. */
export interface ChangesInput extends TimeInput {
  readonly title?: string | null | undefined
  readonly location?: string | null | undefined
  readonly status?: 'Confirmed' | 'Tentative' | null | undefined
  readonly visibility?: 'Participants' | 'Public' | null | undefined
  readonly showParticipantList?: boolean | null | undefined
  readonly calendarId?: string | null | undefined
  readonly recurrence?: readonly string[] | null | undefined
}

/** The time slot that an input names; only what was sent is in it. */
export const timeSlotOf = ({ start, end, timeZone, allDay }: TimeInput): TimeSlot => ({
  ...(isThere(start) ? { start } : {}),
  ...(isThere(end) ? { end } : {}),
  ...(timeZone === undefined ? {} : { timeZone }),
  ...(allDay === undefined ? {} : { allDay }),
})

/** What an input changes, as core's commands have it. */
export const changesOf = (input: ChangesInput): EventChanges => {
  const { title, location, status, visibility, showParticipantList, calendarId, recurrence } = input
  const timeSlot = timeSlotOf(input)
  return {
    ...(isThere(title) ? { title } : {}),
    ...(Object.keys(timeSlot).length === 0 ? {} : { timeSlot }),
    ...(location === undefined ? {} : { location }),
    ...(isThere(status) ? { status } : {}),
    ...(isThere(visibility) ? { visibility } : {}),
    ...(isThere(showParticipantList) ? { showParticipantList } : {}),
    ...(isThere(calendarId) ? { calendarId } : {}),
    ...(recurrence === undefined ? {} : { recurrence }),
  }
}

const isThere = <T>(value: T | null | undefined): value is T =>
  value !== null && value !== undefined
