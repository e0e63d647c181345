import { addDays } from './bits.js'
import { type DayMask, isLeft } from './day-mask.js'
import { type Growing, addSet, type Sets } from './sets.js'

/** Weeks, one of which begins on `firstDay`, of which limits other than weekdays leave some days. */
export interface Weeks {
  readonly unit: 'WEEK'
  readonly firstDay: number
  readonly mask: DayMask
  readonly sets: Sets
}

/** By which of its days are left, bit 0 being its first. */
export const typeOfWeek = ({ mask }: Weeks, firstDay: number): number => {
  let type = 0
  for (let day = 0; day < 7; day += 1) if (isLeft(mask, firstDay + day)) type |= 1 << day
  return type
}

/** Adds the days of a week of a type, or what BYSETPOS takes of them. */
export const addStartsOfWeek = (starts: Growing, { sets }: Weeks, type: number): void => {
  const days: Growing = []
  addDays(days, type, 0)
  addSet(starts, days, sets)
}
