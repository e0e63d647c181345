import type { Budget } from '../compiled-rule.js'
import { addStarts } from './layout.js'
import type { Plan } from './plan.js'

/** Whether nothing occurs in periods of a type. Works out what does, unless known, for as much as a period more. */
export const isEmpty = (plan: Plan, type: number, budget: Budget): boolean => {
  if (type < 0) return true
  const { bounds } = plan
  if (bounds.length === 0) for (let i = 0; i < 2 * plan.types; i += 1) bounds.push(-1)
  if ((bounds[2 * type] ?? -1) < 0) {
    budget.periodsLeft -= 1
    workOut(plan, type)
  }
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
  const { bounds, starts, times } = plan
  const begin = bounds[2 * type] ?? 0
  const low = indexFrom(starts, second - (times[0] ?? 0), { begin, end: bounds[2 * type + 1] ?? 0 })
  if (times.length === 1 || low === begin) return (low - begin) * times.length
  // Of the last start before it, some times may come after.
  const rest = second - (starts[low - 1] ?? 0)
  return (low - 1 - begin) * times.length + indexFrom(times, rest, { begin: 0, end: times.length })
}

/** The index of the first that is at least `bound`. */
const indexFrom = (
  ascending: readonly number[],
  bound: number,
  { begin, end }: { readonly begin: number; readonly end: number },
): number => {
  let low = begin
  let high = end
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ascending[middle] ?? 0) < bound) low = middle + 1
    else high = middle
  }
  return low
}
