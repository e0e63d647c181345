import type { Library, OpenedRule } from './library.js'
import { withoutZone } from './library.js'
import { peer } from './peers.js'

interface RRule {
  readonly all: (iterator: (date: Date, index: number) => boolean) => Date[]
  readonly between: (after: Date, before: Date, inclusive: boolean) => Date[]
  readonly after: (date: Date, inclusive: boolean) => Date | null
}

interface Exports {
  readonly rrulestr: (text: string) => RRule
}

const msOf: Library['msOf'] = (results) =>
  Array.from(results, (each) => (each instanceof Date ? each.getTime() : Number.NaN))

/**
 * rrule twice: floating, the way that it is quick, and with TZID.
 *
 * Its dates with TZID are true instants only in a process whose own zone is UTC.
 */
export const rruleLibraries = async (): Promise<readonly [floating: Library, zoned: Library]> => {
  const { rrulestr } = await peer<Exports>('rrule')
  return [
    {
      name: 'rrule',
      clock: 'Local',
      msOf,
      open: (text) =>
        opened(rrulestr(withoutZone(text)), ({ fromLocalMs, toLocalMs }) => [
          fromLocalMs,
          toLocalMs,
        ]),
    },
    {
      name: 'rrule (tzid)',
      clock: 'Instant',
      msOf,
      open: (text) => opened(rrulestr(text), ({ fromMs, toMs }) => [fromMs, toMs]),
    },
  ]
}

type Bounds = (window: Parameters<OpenedRule['between']>[0]) => readonly [from: number, to: number]

const opened = (rule: RRule, boundsOf: Bounds): OpenedRule => ({
  first: (count) => rule.all((_, index) => index < count),
  between: (window) => {
    const [from, to] = boundsOf(window)
    return rule.between(new Date(from), new Date(to - 1), true)
  },
  next: (window) => {
    const found = rule.after(new Date(boundsOf(window)[0]), true)
    return found === null ? [] : [found]
  },
})
