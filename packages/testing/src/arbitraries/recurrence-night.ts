import type { RecurrenceSet } from '@kalends/core/recurrence'
import { DAY_MS, SECOND_MS, zoneOf } from '@kalends/core'
import * as fc from 'fast-check'
import { someNight } from './night.js'
import { record } from './record.js'
import { setOf } from './recurrence.js'
import { parseRule } from '@kalends/core/recurrence'

/** A set that occurs in the hours of a night, from days or weeks before it on, and a window around it. */
export interface NightSet {
  readonly set: RecurrenceSet
  readonly from: number
  readonly to: number
}

const RULES = [
  'FREQ=DAILY',
  'FREQ=DAILY;INTERVAL=2',
  'FREQ=DAILY;BYHOUR=1,2,3;BYMINUTE=0,30',
  'FREQ=WEEKLY;BYDAY=FR,SA,SU,MO',
  'FREQ=WEEKLY;BYDAY=SU;BYHOUR=0,2,3',
  'FREQ=MONTHLY;BYDAY=-1SU,1SU,-1SA',
  'FREQ=MONTHLY;BYMONTHDAY=28,30,7,-1',
]

/** How long before the night a set may start, in days. */
const LEAD_DAYS = [0, 1, 2, 7, 14, 40]

/** In half hours around the night: few enough that many sets occur in the hour that is skipped or comes twice. */
export const nightSet = (): fc.Arbitrary<NightSet> =>
  someNight().chain((night) =>
    record({
      halfHours: fc.integer({ min: -4, max: 5 }),
      leadDays: fc.constantFrom(...LEAD_DAYS),
      rule: fc.constantFrom(...RULES),
    }).map(({ halfHours, leadDays, rule }) => {
      const { timeZone, around } = night
      const localMs = zoneOf(timeZone).localMsOf(around - DAY_MS) + DAY_MS + halfHours * 1_800_000
      const localSeconds = localMs / SECOND_MS - leadDays * 86_400
      const parsed = parseRule(rule, { mode: 'strict', start: null })
      const rules = parsed._tag === 'Right' ? [parsed.right] : []
      const set = setOf({ type: 'Zoned', localSeconds, timeZone }, rules)
      return { set, from: around - 45 * DAY_MS, to: around + 45 * DAY_MS }
    }),
  )
