import type { Measured } from './recurrence/comparison.js'
import { compare } from './recurrence/comparison.js'
import { farWindows, nextAfter } from './recurrence/far-window.js'
import { firstHundred } from './recurrence/first-hundred.js'
import { icalJs } from './recurrence/ical-js.js'
import type { Library } from './recurrence/library.js'
import { memory } from './recurrence/memory.js'
import { monthView } from './recurrence/month-view.js'
import { ours } from './recurrence/ours.js'
import { parsing, READ_ONLY } from './recurrence/parsing.js'
import { installPeers } from './recurrence/peers.js'
import { rruleRust } from './recurrence/rrule-rust.js'
import { rruleTemporal } from './recurrence/rrule-temporal.js'
import { rruleLibraries } from './recurrence/rrule.js'
import { printCells, printTable } from './recurrence/table.js'
import type { Target } from './recurrence/targets.js'
import { atLeast, atMost, printTargets } from './recurrence/targets.js'
import { toLocalMs } from './recurrence/zone.js'

/** Recurrence rules: ours beside the peers and a bare loop, each answer checked before it is timed. */
export const recurrence = async (): Promise<void> => {
  process.env['TZ'] = 'UTC' // rrule's dates with TZID are instants only there
  installPeers()
  const [rrule, rruleTzid] = await rruleLibraries()
  const libraries = [
    ours,
    rrule,
    rruleTzid,
    await rruleTemporal(),
    await rruleRust(),
    await icalJs(),
  ]
  const parses = parsing(libraries)
  printTable('(a) Parsing, a second (ours goes into it)', parses)
  const firsts = firstHundred.map(compare(libraries, toLocalMs))
  printTable('(b) The first 100 occurrences, a second', firsts)
  const windows = farWindows.map(compare(libraries, toLocalMs))
  printTable('(c) The occurrences of one month, years after the start, a second', windows)
  printTable(
    '(d) The next occurrence after an instant, a second',
    nextAfter.map(compare(libraries, toLocalMs)),
  )
  printMemory(libraries)
  const view = monthView(libraries)
  printTable('A month of 1,000 rules, views a second', [view])
  printTargets(targetsOf({ parses, firsts, windows, view }))
}

const printMemory = (libraries: readonly Library[]): void => {
  console.log('\n(e) Bytes kept, for a parsed rule and for an occurrence\n')
  printCells([
    ['', 'rule', 'occurrence'],
    ...memory(libraries).map(({ name, rule, occurrence }) => [
      name,
      rule.toFixed(0),
      occurrence.toFixed(0),
    ]),
  ])
}

/** What the table of a run must show. */
const targetsOf = ({ parses, firsts, windows, view }: Run): readonly Target[] => {
  const [plusOne, , plusFifty, , secondTuesday] = windows
  return [
    ...parses.flatMap((row) => [
      atLeast(`${row.name}, over rrule`, 1, nsOf(row, 'rrule') / nsOf(row, READ_ONLY)),
      atLeast(`${row.name} and open, over rrule`, 1, timesOurs(row, 'rrule')),
    ]),
    ...firsts.map((row) =>
      atLeast(`first 100 of ${row.name}, over the best peer`, wantedOf(row.name), overBest(row)),
    ),
    ...(plusFifty === undefined ? [] : farTargets(plusFifty, 50)),
    ...(secondTuesday === undefined ? [] : farTargets(secondTuesday, 4)),
    ...windows
      .slice(3)
      .filter((row) => row !== secondTuesday)
      .map((row) => overRrule(row)),
    atMost('a far month of DAILY, over a near one', 1.5, oursNs(plusFifty) / oursNs(plusOne)),
    atLeast('the month of 1,000 rules, over rrule-temporal', 60, timesOurs(view, 'rrule-temporal')),
  ]
}

interface Run {
  readonly parses: readonly Measured[]
  readonly firsts: readonly Measured[]
  readonly windows: readonly Measured[]
  readonly view: Measured
}

const farTargets = (row: Measured, overTemporal: number): readonly Target[] => [
  atLeast(
    `a month of ${row.name}, over rrule-temporal`,
    overTemporal,
    timesOurs(row, 'rrule-temporal'),
  ),
  overRrule(row),
]

const overRrule = (row: Measured): Target =>
  atLeast(`a month of ${row.name}, over rrule`, 1000, timesOurs(row, 'rrule'))

const wantedOf = (rule: string): number =>
  ['DAILY', 'WEEKLY;BYDAY=MO,WE,FR', 'WEEKLY;INTERVAL=2', 'DAILY;COUNT=1000'].includes(rule)
    ? 25
    : 12

const oursNs = (row: Measured | undefined): number => row?.ns.get(ours.name) ?? Number.NaN

const nsOf = (row: Measured, name: string): number => row.ns.get(name) ?? Number.NaN

const timesOurs = (row: Measured, peer: string): number => nsOf(row, peer) / oursNs(row)

/** Over whichever peer is quickest here. */
const overBest = (row: Measured): number =>
  Math.min(
    ...[...row.ns]
      .filter(([name]) => name !== ours.name && name !== 'bare loop')
      .map(([, ns]) => ns / oursNs(row)),
  )
