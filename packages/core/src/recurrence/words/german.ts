import type { Frequency } from '../rule.js'
import { joined, type Language } from './language.js'

const und = (words: readonly string[]): string => joined(words, 'de', 'conjunction')
const oder = (words: readonly string[]): string => joined(words, 'de', 'disjunction')

const FROM_THE_END: Readonly<Record<number, string>> = {
  1: 'letzte',
  2: 'vorletzte',
  3: 'drittletzte',
}

/** As in `der letzte`. */
const nominative = (n: number): string => (n > 0 ? `${n}.` : (FROM_THE_END[-n] ?? `${-n}.-letzte`))

/** As in `am letzten`. */
const dative = (n: number): string => (n > 0 ? `${n}.` : `${nominative(n)}n`)

const ONE: Readonly<Record<Frequency, string>> = {
  SECONDLY: 'jede Sekunde',
  MINUTELY: 'jede Minute',
  HOURLY: 'jede Stunde',
  DAILY: 'jeden Tag',
  WEEKLY: 'jede Woche',
  MONTHLY: 'jeden Monat',
  YEARLY: 'jedes Jahr',
}

const MANY: Readonly<Record<Frequency, string>> = {
  SECONDLY: 'Sekunden',
  MINUTELY: 'Minuten',
  HOURLY: 'Stunden',
  DAILY: 'Tage',
  WEEKLY: 'Wochen',
  MONTHLY: 'Monate',
  YEARLY: 'Jahre',
}

const GENITIVE: Readonly<Record<Frequency, string>> = {
  SECONDLY: 'der Sekunde',
  MINUTELY: 'der Minute',
  HOURLY: 'der Stunde',
  DAILY: 'des Tages',
  WEEKLY: 'der Woche',
  MONTHLY: 'des Monats',
  YEARLY: 'des Jahres',
}

const ends = { Month: 'des Monats', Year: 'des Jahres' }

const UNITS = {
  Hour: { one: 'in Stunde', many: 'in den Stunden' },
  Minute: { one: 'zur Minute', many: 'zu den Minuten' },
  Second: { one: 'zur Sekunde', many: 'zu den Sekunden' },
}

/** A rule in German. */
export const german: Language = {
  locale: 'de',
  every: (frequency, interval) =>
    interval === 1 ? ONE[frequency] : `alle ${interval} ${MANY[frequency]}`,
  to: (first, last) => `${first} bis ${last}`,
  fromTo: (first, last) => `von ${first} bis ${last}`,
  inMonths: (names) => `im ${und(names)}`,
  monthOfCalendar: (month, kind) => (kind === 'Leap' ? `Schaltmonat ${month}` : `Monat ${month}`),
  inWeeks: (weeks) =>
    weeks.every((week) => week > 0)
      ? `in ${weeks.length === 1 ? 'Woche' : 'den Wochen'} ${und(weeks.map(String))}`
      : `in der ${und(weeks.map(dative))} Woche des Jahres`,
  onDays: (days, of) => `am ${und(days.map(dative))} Tag ${ends[of]}`,
  onWeekdays: (days) => `am ${und(days)}`,
  onEach: (days, of) =>
    `${und([
      ...days.plain.map((name) => `an jedem ${name}`),
      ...days.nth.map((day) => `am ${dative(day.nth)} ${day.name}`),
    ])}${days.nth.length > 0 ? ` ${ends[of]}` : ''}`,
  ifItIs: (days, of) =>
    `wenn es ${oder([
      ...days.plain.map((name) => `ein ${name}`),
      ...days.nth.map((day) => `der ${nominative(day.nth)} ${day.name} ${ends[of]}`),
    ])} ist`,
  only: (clause) => `aber nur ${clause}`,
  atTimes: (times) => `um ${und(times)} Uhr`,
  inUnits: (unit, values) => {
    const isOne = values.length === 1 && /^\d+$/.test(values.join())
    return `${isOne ? UNITS[unit].one : UNITS[unit].many} ${und(values)}`
  },
  positions: (positions, frequency) => {
    const which = und(positions.map((position) => `der ${nominative(position)}`))
    return `davon nur ${which} Termin ${GENITIVE[frequency]}`
  },
  until: (date) => `bis zum ${date}`,
  times: (count) => `insgesamt ${count}-mal`,
  inCalendar: (name) => `im Kalender „${name}“`,
  skipped: {
    BACKWARD: 'oder am Tag davor, wo es den Tag nicht gibt',
    FORWARD: 'oder am Tag danach, wo es den Tag nicht gibt',
  },
}
