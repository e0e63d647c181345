import type { Instant } from '../../time/instant.js'

/** How the next dates are said. */
export interface NextDatesOptions {
  /** A BCP 47 language tag. */
  readonly locale: string
  /** IANA name of the zone they are read in; `UTC` for floating times and dates counted as if there. */
  readonly timeZone: string
  readonly count: number
  /** Default `DateTime`. */
  readonly parts?: 'Date' | 'DateTime'
}

/** Says the first `count` of `occurrences`: `Monday, March 8, 2027 at 9:00 AM`. Takes no more of them than that. */
export const wordsOfNextDates = (
  occurrences: Iterable<Instant>,
  { locale, timeZone, count, parts = 'DateTime' }: NextDatesOptions,
): readonly string[] => {
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: 'full',
    ...(parts === 'DateTime' ? { timeStyle: 'short' } : {}),
    timeZone,
  })
  const words: string[] = []
  if (count <= 0) return words
  for (const occurrence of occurrences) {
    words.push(format.format(occurrence))
    if (words.length >= count) break
  }
  return words
}
