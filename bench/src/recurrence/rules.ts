/** A rule of the tables: its name there, and the lines that every library parses. */
export interface BenchRule {
  readonly name: string
  readonly text: string
}

const TIME_ZONE = 'America/New_York'

/** A rule of New York that begins at nine on `day` (`20240101`), which is one of its days. */
export const ruleFrom = (day: string, rrule: string): string =>
  `DTSTART;TZID=${TIME_ZONE}:${day}T090000\nRRULE:${rrule}`

const LAST_WORKDAY = 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1'

/** The eight rules whose first hundred occurrences are asked for. */
export const rules: readonly BenchRule[] = [
  { name: 'DAILY', text: ruleFrom('20240101', 'FREQ=DAILY') },
  {
    name: 'WEEKLY;BYDAY=MO,WE,FR',
    text: ruleFrom('20240101', 'FREQ=WEEKLY;BYDAY=MO,WE,FR'),
  },
  { name: 'MONTHLY;BYDAY=2TU', text: ruleFrom('20240109', 'FREQ=MONTHLY;BYDAY=2TU') },
  { name: 'MONTHLY;BYMONTHDAY=-1', text: ruleFrom('20240131', 'FREQ=MONTHLY;BYMONTHDAY=-1') },
  {
    name: 'YEARLY;BYMONTH=10;BYDAY=-1SU',
    text: ruleFrom('20241027', 'FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU'),
  },
  { name: 'last workday (BYSETPOS=-1)', text: ruleFrom('20240131', LAST_WORKDAY) },
  { name: 'WEEKLY;INTERVAL=2', text: ruleFrom('20240101', 'FREQ=WEEKLY;INTERVAL=2') },
  { name: 'DAILY;COUNT=1000', text: ruleFrom('20240101', 'FREQ=DAILY;COUNT=1000') },
]

/** A rule and how many years after its start the window of a month lies. */
export interface FarRule extends BenchRule {
  readonly years: number
}

const far = (name: string, years: number, text: string): FarRule => ({
  name: `${name} +${years}y`,
  years,
  text,
})

/** The rules of which one far month is asked for. The first is the near one, for comparison. */
export const farRules: readonly FarRule[] = [
  far('DAILY', 1, ruleFrom('20240101', 'FREQ=DAILY')),
  far('DAILY', 10, ruleFrom('20240101', 'FREQ=DAILY')),
  far('DAILY', 50, ruleFrom('20240101', 'FREQ=DAILY')),
  far('WEEKLY x3', 50, ruleFrom('20240101', 'FREQ=WEEKLY;BYDAY=MO,WE,FR')),
  far('MONTHLY;BYDAY=2TU', 50, ruleFrom('20240109', 'FREQ=MONTHLY;BYDAY=2TU')),
  far('BYSETPOS', 50, ruleFrom('20240131', LAST_WORKDAY)),
  far('DAILY;COUNT=20000', 50, ruleFrom('20240101', 'FREQ=DAILY;COUNT=20000')),
]

/** What is parsed: a rule of two parts, and one of eight. */
export const parsed: readonly BenchRule[] = [
  { name: 'simple', text: ruleFrom('20240101', 'FREQ=WEEKLY;BYDAY=MO') },
  {
    name: 'complex',
    text: ruleFrom(
      '20240131',
      'FREQ=MONTHLY;INTERVAL=2;BYMONTH=1,3,5,7,9,11;BYDAY=MO,TU,WE,TH,FR;BYHOUR=9,17;BYMINUTE=0,30;BYSETPOS=-1,-2;UNTIL=20401231T235959Z',
    ),
  },
]

const MIXED = [
  'FREQ=DAILY',
  'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
  'FREQ=WEEKLY;BYDAY=MO,WE,FR',
  'FREQ=WEEKLY;BYDAY=TU',
  'FREQ=WEEKLY;INTERVAL=2',
  'FREQ=MONTHLY;BYDAY=2TU',
  'FREQ=MONTHLY;BYMONTHDAY=-1',
  LAST_WORKDAY,
  'FREQ=DAILY;INTERVAL=3',
  'FREQ=YEARLY;BYMONTH=1;BYDAY=3MO',
] as const

/** A thousand rules that all began in 2014, of ten kinds in turn. */
export const mixedRules = (): readonly string[] =>
  Array.from({ length: 1000 }, (_, index) => {
    const day = String(1 + (Math.floor(index / MIXED.length) % 28)).padStart(2, '0')
    const month = String(1 + (Math.floor(index / 280) % 12)).padStart(2, '0')
    return ruleFrom(`2014${month}${day}`, MIXED[index % MIXED.length] ?? 'FREQ=DAILY')
  })
