import type { Direction } from './day-mask.js'
import { nearestDay } from './days.js'
import type { Plan } from './plan.js'

/** The nearest of the rule's periods at or after `index`, or at or before; of days, one that may be. */
export const nearestPeriod = (plan: Plan, index: number, direction: Direction): number => {
  const { layout, origin, stride } = plan
  if (layout.unit === 'DAY') return nearestDay(layout, index, direction)
  if (stride === 1) return index
  const strides = (index - origin) / stride
  return origin + (direction > 0 ? Math.ceil(strides) : Math.floor(strides)) * stride
}
