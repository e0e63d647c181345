import * as E from 'fp-ts/lib/Either.js'
import { canonicalRule, printRule } from '../recurrence/index.js'
import type { Recurrence } from './calendar-event.js'
import type { EventTime } from './event-time.js'
import { printRecurrence } from './print-recurrence.js'
import { sameJson } from './same-json.js'
import { seriesSet } from './series-set.js'

/**
 * Whether two recurrences of an event at `time` say the same: in the same lines, or with one canonical rule and the
 * same dates. False may be wrong of rules that come to the same by other words.
 */
export const sameRecurrence = (time: EventTime, a: Recurrence, b: Recurrence): boolean =>
  sameJson(a, b) || sameJson(normal(time, a), normal(time, b))

const normal = (time: EventTime, lines: Recurrence): Recurrence => {
  const parsed = seriesSet(time, lines)
  if (E.isLeft(parsed)) return lines
  const { rules, dates, excluded, start } = parsed.right.set
  return [
    ...rules.map((rule) => printRule(canonicalRule(rule, start))),
    ...printRecurrence({ rule: null, dates, excluded }, time),
  ]
}
