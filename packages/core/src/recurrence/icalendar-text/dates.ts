import type { Either } from 'fp-ts/lib/Either.js'
import { left, right } from '../either.js'
import type { RecurrenceStart } from '../recurrence-set.js'
import type { RecurrenceRejection } from '../rejection.js'
import type { ParseMode } from '../rule-text/circumstances.js'
import { faulty, tooLong } from '../rule-text/refusals.js'
import type { ContentLine } from './content-lines.js'
import { readLocalSeconds } from './local-seconds.js'
import { timedLine } from './moment.js'
import { type ParsedPeriod, readPeriod } from './period.js'

/** The dates of all properties of one name, and those of them that have a length of their own. */
export interface ParsedDates {
  readonly dates: readonly number[]
  readonly periods: readonly ParsedPeriod[]
}

/** What a list of dates is read by. */
export interface DatesContext {
  readonly start: RecurrenceStart
  readonly mode: ParseMode
}

/** Reads RDATE or EXDATE properties; only RDATE has periods. At most 20,000 dates. */
export const readDates = (
  lines: readonly ContentLine[],
  context: DatesContext,
): Either<RecurrenceRejection, ParsedDates> => {
  const dates: number[] = []
  const periods: ParsedPeriod[] = []
  for (const line of lines) {
    const refusal = addDates(line, context, { dates, periods })
    if (refusal !== null) return left(refusal)
  }
  return right({ dates, periods })
}

/** Lists under way. */
interface Into {
  readonly dates: { readonly push: (localSeconds: number) => number }
  readonly periods: { readonly push: (period: ParsedPeriod) => number }
}

const addDates = (
  line: ContentLine,
  { start, mode }: DatesContext,
  into: Into,
): RecurrenceRejection | null => {
  const timed = timedLine(line, mode)
  if (timed._tag === 'Left') return timed.left
  const isPeriods = line.parameters.get('VALUE')?.toUpperCase() === 'PERIOD'
  if (isPeriods && line.name !== 'RDATE') return faulty('InvalidValue', line.name, 'PERIOD')
  for (const text of line.value.split(',')) {
    if (text === '' && mode === 'lenient') continue
    const read = isPeriods
      ? readPeriod(text, timed.right, start)
      : readLocalSeconds(text, timed.right, start)
    if (read._tag === 'Left') return read.left
    const { right: found } = read
    if (typeof found !== 'number') into.periods.push(found)
    const count = into.dates.push(typeof found === 'number' ? found : found.localSeconds)
    if (count > MAX_DATES) return tooLong(line.name, MAX_DATES)
  }
  return null
}

const MAX_DATES = 20_000
