import type { CompiledRule } from '../compiled-rule.js'
import { counted } from './counted.js'
import type { RecurrenceRule } from '../rule.js'
import { limitedByCalendar } from './limited-by-calendar.js'
import type { CalendarSetting } from './calendar-setting.js'
import { yearWalk } from './year-walk.js'

/**
 * Compiles a rule of another calendar, or with SKIP. Right before fast: it builds the calendar's years, which
 * costs part of the budget; COUNT is found by walking.
 */
export const compileInCalendar = (rule: RecurrenceRule, setting: CalendarSetting): CompiledRule => {
  const uncounted = { ...rule, count: null }
  const expandsDays = rule.frequency === 'YEARLY' || rule.frequency === 'MONTHLY'
  const all = expandsDays ? yearWalk(uncounted, setting) : limitedByCalendar(uncounted, setting)
  const { forward, backward } = rule.count === null ? all : counted(all, rule.count)
  return {
    forward,
    backward,
    get endless() {
      return rule.count === null && all.endless
    },
    mostInADay: all.mostInADay,
  }
}
