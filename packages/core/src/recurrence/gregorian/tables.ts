import { addStarts } from './layout.js'
import type { Plan } from './plan.js'

/** Whether nothing occurs in periods of a type. Works out what does, unless known. */
export const isEmpty = (plan: Plan, type: number): boolean => {
  if (type < 0) return true
  const { bounds } = plan
  if ((bounds[2 * type] ?? -1) < 0) workOut(plan, type)
  return bounds[2 * type] === bounds[2 * type + 1]
}

const workOut = ({ layout, times, starts, bounds }: Plan, type: number): void => {
  bounds[2 * type] = starts.length
  if (times.length > 0) addStarts(starts, layout, type)
  bounds[2 * type + 1] = starts.length
}

/** How many occurrences a period of a type holds. */
export const sizeOf = ({ bounds, times }: Plan, type: number): number =>
  ((bounds[2 * type + 1] ?? 0) - (bounds[2 * type] ?? 0)) * times.length

/** The nth occurrence of a period, n from 0, in seconds from its beginning. */
export const nthOf = ({ bounds, starts, times }: Plan, type: number, n: number): number => {
  const start = Math.floor(n / times.length)
  return (starts[(bounds[2 * type] ?? 0) + start] ?? 0) + (times[n - start * times.length] ?? 0)
}

/** How many occurrences of a period come before `second`, counted from its beginning. */
export const countBefore = (plan: Plan, type: number, second: number): number => {
  let low = 0
  let high = sizeOf(plan, type)
  while (low < high) {
    const middle = (low + high) >>> 1
    if (nthOf(plan, type, middle) < second) low = middle + 1
    else high = middle
  }
  return low
}
