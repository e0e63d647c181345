import { DAY_SECONDS } from '../../time/units.js'
import type { Budget, Found } from '../compiled-rule.js'
import type { Direction } from './day-mask.js'
import { firstDayOf, indexOfDay, typeOf } from './layout.js'
import { nearestPeriod } from './nearest-period.js'
import type { Plan } from './plan.js'
import { countBefore, isEmpty, nthOf, sizeOf } from './tables.js'

/** What is asked of a plan: at most `limit` occurrences at or after `from` and before `to`, written to `found`. */
export interface Walk {
  readonly plan: Plan
  readonly from: number
  readonly to: number
  readonly found: Found
  readonly limit: number
  readonly budget: Budget
}

/**
 * Walks from one end of the range to the other, or until enough is found.
 *
 * Gives up where nothing was found and everything repeats.
 */
export const walk = (asked: Walk, direction: Direction): void => {
  const { plan, from, to, found, limit, budget } = asked
  const { layout, repetition, times, starts, bounds } = plan
  const { seconds } = found
  const first = indexOfDay(layout, Math.floor(from / DAY_SECONDS))
  const last = indexOfDay(layout, Math.floor((to - 1) / DAY_SECONDS))
  const stride = direction * plan.stride
  let index = nearestPeriod(plan, direction > 0 ? first : last, direction)
  const horizon = index + direction * repetition
  let room = limit
  while (index >= first && index <= last) {
    if ((budget.periodsLeft -= 1) < 0) break
    const firstDay = firstDayOf(layout, index)
    const type = typeOf(layout, index, firstDay)
    if (isEmpty(plan, type, budget)) {
      if (room === limit && direction * (index - horizon) >= 0) break
      index = nearestPeriod(plan, index + direction, direction)
      continue
    }
    const base = firstDay * DAY_SECONDS
    const low = base < from ? countBefore(plan, type, from - base) : 0
    const high = index === last ? countBefore(plan, type, to - base) : sizeOf(plan, type)
    const many = Math.min(high - low, room)
    if (many > 0) {
      const at = limit - room
      if (direction < 0) descending(asked, { type, base, low: high - many, high, at })
      else if (times.length > 1) ascending(asked, { type, base, low, high: low + many, at })
      else {
        // Nearly all rules: one time in each day.
        const start = (bounds[2 * type] ?? 0) + low
        const first = base + (times[0] ?? 0)
        for (let i = 0; i < many; i += 1) seconds[at + i] = first + (starts[start + i] ?? 0)
      }
      room -= many
      if (room === 0) break
    }
    index += stride
  }
  found.count = limit - room
}

/** What is taken of a period, from the occurrence `low` to that before `high`, and where it is put. */
interface Taken {
  readonly type: number
  readonly base: number
  readonly low: number
  readonly high: number
  readonly at: number
}

const ascending = ({ plan, found: { seconds } }: Walk, taken: Taken): void => {
  const { starts, times, bounds } = plan
  const begin = bounds[2 * taken.type] ?? 0
  const end = taken.at + taken.high - taken.low
  let at = taken.at
  let start = Math.floor(taken.low / times.length)
  let time = taken.low - start * times.length
  for (; at < end; start += 1, time = 0) {
    const base = taken.base + (starts[begin + start] ?? 0)
    for (; time < times.length && at < end; time += 1, at += 1)
      seconds[at] = base + (times[time] ?? 0)
  }
}

const descending = ({ plan, found: { seconds } }: Walk, taken: Taken): void => {
  let at = taken.at
  for (let n = taken.high - 1; n >= taken.low; n -= 1, at += 1)
    seconds[at] = taken.base + nthOf(plan, taken.type, n)
}
