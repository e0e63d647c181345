import { positionsIn } from './set-positions.js'

/** A list that is only ever added to. */
export type Growing = number[]

/** BYSETPOS, and the times of day that it tells apart. */
export interface Sets {
  readonly positions: readonly number[]
  readonly times: readonly number[]
}

/** Adds what BYSETPOS takes of all times of some days, or the days if it is absent. */
export const addSet = (starts: Growing, days: readonly number[], sets: Sets): void => {
  const { positions, times } = sets
  if (positions.length === 0) {
    for (const day of days) starts.push(day)
    return
  }
  for (const index of positionsIn(days.length * times.length, positions)) {
    const day = Math.floor(index / times.length)
    starts.push((days[day] ?? 0) + (times[index - day * times.length] ?? 0))
  }
}
