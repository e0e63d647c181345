import { DAY_SECONDS } from '../../time/units.js'
import type { Growing } from './sets.js'

/** The seven days of a week that begins on `weekStart` (0 is Monday), of weekdays whose bit 0 is Monday. */
export const weekFrom = (weekdays: number, weekStart: number): number =>
  ((weekdays | (weekdays << 7)) >>> weekStart) & 0b111_1111

/** Adds the day of each bit, in seconds, bit 0 being `firstDay`. */
export const addDays = (starts: Growing, bits: number, firstDay: number): void => {
  for (let rest = bits; rest !== 0; rest &= rest - 1)
    starts.push((firstDay + 31 - Math.clz32(rest & -rest)) * DAY_SECONDS)
}
