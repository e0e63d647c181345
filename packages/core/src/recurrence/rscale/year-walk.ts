import { DAY_SECONDS } from '../../time/units.js'
import { inAllTime } from '../all-time.js'
import type { Budget, CompiledRule, Found, LocalRange } from '../compiled-rule.js'
import { ascending } from '../gregorian/set-positions.js'
import type { Direction } from '../local-source.js'
import type { RecurrenceRule } from '../rule.js'
import { secondsOfStart } from '../seconds-of-start.js'
import type { InCalendar } from './calendar-year.js'
import { yearsOfRule, type YearsOfRule } from './years-of-rule.js'

/** Walks a yearly or monthly rule year by year of its calendar. Knows no COUNT. */
export const yearWalk = (rule: RecurrenceRule, setting: InCalendar): CompiledRule => {
  const startSeconds = secondsOfStart(setting.start)
  const last = rule.until?.type === 'Local' ? rule.until.localSeconds : Infinity
  const years = yearsOfRule(rule, setting)
  const walk =
    (direction: Direction): CompiledRule[Direction] =>
    ({ from, to }, found, budget) => {
      const range = { from: Math.max(from, startSeconds), to: Math.min(to, last + 1) }
      walkYears({ years, range: inAllTime(range), direction }, found, budget)
    }
  return {
    isEndless: () => last === Infinity,
    mostInADay: years.timesInADay,
    forward: walk('forward'),
    backward: walk('backward'),
  }
}

interface Walk {
  readonly years: YearsOfRule
  readonly range: LocalRange
  readonly direction: Direction
}

const walkYears = ({ years, range, direction }: Walk, found: Found, budget: Budget): void => {
  const sign = direction === 'forward' ? 1 : -1
  const settled: number[] = []
  let pending: readonly number[] = []
  found.count = 0
  if (range.from >= range.to) return
  const edge = direction === 'forward' ? range.from - MARGIN : range.to + MARGIN
  let index = years.indexAt(Math.floor(edge / DAY_SECONDS), { direction, budget })
  while (index >= 0 && settled.length < found.seconds.length && budget.periodsLeft >= 0) {
    const { firstDay, length } = years.yearAt(index, budget)
    const begin = firstDay * DAY_SECONDS
    const end = begin + length * DAY_SECONDS
    if (begin - MARGIN >= range.to || end + MARGIN <= range.from) break
    const inRange = years.timesAt(index, budget).filter((at) => at >= range.from && at < range.to)
    pending = ascending([...pending, ...inRange])
    const isSettled = (at: number) => (sign > 0 ? at < end - MARGIN : at >= begin + MARGIN)
    const done = pending.filter(isSettled)
    settled.push(...(sign > 0 ? done : done.toReversed()))
    pending = pending.filter((at) => !isSettled(at))
    index += sign
  }
  settled.push(...(sign > 0 ? pending : pending.toReversed()))
  for (const at of settled.slice(0, found.seconds.length)) {
    found.seconds[found.count] = at
    found.count += 1
  }
}

/** What a year yields lies at most this far outside it: a week, or a leap month put forward to the next year. */
const MARGIN = 62 * DAY_SECONDS
