import { DAY_SECONDS } from '../../time/units.js'
import type { Budget } from '../compiled-rule.js'
import { firstDayOf, typeOf } from './layout.js'
import { nearestPeriod } from './nearest-period.js'
import type { Plan } from './plan.js'
import { countBefore, isEmpty, nthOf, sizeOf } from './tables.js'

/** What COUNT counts, and from when. */
export interface Counted {
  readonly count: number
  /** What occurs before is not the rule's. */
  readonly from: number
  /** Periods beginning at or after are not looked at. */
  readonly to: number
}

/**
 * When the last occurrence is that COUNT leaves; infinite if there are not so many.
 *
 * Adds up what periods hold until everything repeats; whole repetitions are then skipped.
 */
export const lastOfCount = (plan: Plan, { count, from, to }: Counted, budget: Budget): number => {
  const { stride, repetition, layout } = plan
  if (count > plan.mostInADay * ((to - from) / DAY_SECONDS + 1)) return Infinity
  let index = nearestPeriod(plan, plan.origin, 1)
  let left = count
  // The first period may be cut by `from`: what repeats is counted from the next one on.
  let border = index
  let leftAtBorder = Infinity
  for (;;) {
    const firstDay = firstDayOf(layout, index)
    const base = firstDay * DAY_SECONDS
    if (base >= to || (budget.periodsLeft -= 1) < 0) return Infinity
    const type = typeOf(layout, index, firstDay)
    const isBare = isEmpty(plan, type, budget)
    if (!isBare) {
      const skipped = base < from ? countBefore(plan, type, from - base) : 0
      const here = sizeOf(plan, type) - skipped
      if (left <= here) return base + nthOf(plan, type, skipped + left - 1)
      left -= here
    }
    index = isBare ? nearestPeriod(plan, index + 1, 1) : index + stride
    if (index > border) {
      const repeated = leftAtBorder - left
      if (repeated === 0) return Infinity
      // None at the first border, where `repeated` is infinite.
      const repetitions = Math.floor((left - 1) / repeated)
      if (repetitions > 0) left -= repetitions * repeated
      index += repetitions * repetition
      border += (repetitions + 1) * repetition
      leftAtBorder = left
    }
  }
}
