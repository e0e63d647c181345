import type { OpenSet } from '../recurrence/index.js'
import { SECOND_MS } from '../time/index.js'

/** Gives one after the other: Infinity when there are no more, NaN when the budget was used up. */
export type Next = () => number

/** How far to walk, in local milliseconds, not included; and what it may cost, in all walks that share it. */
export interface Walk {
  readonly to: number
  readonly budget: Parameters<OpenSet['source']['forward']>[2]
}

/** The readings of a set's own clock, ascending, in milliseconds. Reads ahead in pages that grow. */
export const readingsOf = ({ source }: OpenSet, { to, budget }: Walk): Next => {
  let page = { seconds: new Float64Array(0), count: 0 }
  let at = 0
  let from = FIRST_SECONDS
  const turn = () => {
    page = { seconds: new Float64Array(Math.min(page.seconds.length * 4 || 16, 1024)), count: 0 }
    at = 0
    source.forward({ from, to: Math.min(to / SECOND_MS, LAST_SECONDS) }, page, budget)
    budget.periodsLeft -= page.count
    from = (page.seconds[page.count - 1] ?? LAST_SECONDS) + 1
  }
  return () => {
    const isLast = page.seconds.length > 0 && page.count < page.seconds.length
    if (at >= page.count && !isLast) turn()
    if (budget.periodsLeft < 0) return Number.NaN
    const seconds = at < page.count ? page.seconds[at] : undefined
    at += 1
    return seconds === undefined ? Infinity : seconds * SECOND_MS
  }
}

/** The years 1 to 9999. */
const FIRST_SECONDS = -62_135_596_800
const LAST_SECONDS = 253_402_300_800
