import { yearStart } from './calendar.js'
import { addStartsOfCycle, type Cycle } from './cycle.js'
import { addStartsOfDay, type Days, typeOfDay } from './days.js'
import type { Growing } from './sets.js'
import { addStartsOfWeek, typeOfWeek, type Weeks } from './weeks.js'
import { addStartsOfYear, typeOfYear, yearOfDay, type Years } from './years.js'

/**
 * How a rule cuts time into periods, which are numbered without holes.
 *
 * A period's *type* says all about what occurs in it, so that what a leap year beginning on a Monday holds is
 * worked out once. What repeats by days alone is a `Cycle`, of one type; rules that know months are
 * walked in `Years`; `Weeks` and `Days` are for the rare ones in which two rhythms meet.
 */
export type Layout = Cycle | Years | Weeks | Days

/** The number of the period that a day lies in. */
export const indexOfDay = (layout: Layout, day: number): number => {
  switch (layout.unit) {
    case 'CYCLE':
      return Math.floor((day - layout.firstDay) / layout.days)
    case 'YEAR':
      return yearOfDay(day)
    case 'WEEK':
      return Math.floor((day - layout.firstDay) / 7)
    case 'DAY':
      return day
  }
}

/** The first day of a period; inverse to `indexOfDay`. */
export const firstDayOf = (layout: Layout, index: number): number => {
  switch (layout.unit) {
    case 'CYCLE':
      return layout.firstDay + index * layout.days
    case 'YEAR':
      return yearStart(index)
    case 'WEEK':
      return layout.firstDay + index * 7
    case 'DAY':
      return index
  }
}

/** The type of the period that begins on `firstDay`; negative if nothing occurs in it. */
export const typeOf = (layout: Layout, index: number, firstDay: number): number => {
  switch (layout.unit) {
    case 'CYCLE':
      return 0
    case 'YEAR':
      return typeOfYear(layout, index, firstDay)
    case 'WEEK':
      return typeOfWeek(layout, firstDay)
    case 'DAY':
      return typeOfDay(layout, firstDay)
  }
}

/** Adds the starts in a period of a type, in seconds from its beginning. */
export const addStarts = (starts: Growing, layout: Layout, type: number): void => {
  switch (layout.unit) {
    case 'CYCLE':
      addStartsOfCycle(starts, layout)
      return
    case 'YEAR':
      addStartsOfYear(starts, layout, type)
      return
    case 'WEEK':
      addStartsOfWeek(starts, layout, type)
      return
    case 'DAY':
      addStartsOfDay(starts, layout, type)
  }
}
