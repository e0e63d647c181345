import type { RecurrenceRule, Until } from '../rule.js'
import type { Language } from './language.js'

/** Says when a rule ends; nothing when it does not. */
export const endWords = (
  { count, until }: Pick<RecurrenceRule, 'count' | 'until'>,
  language: Language,
  timeZone: string,
): readonly string[] => {
  if (until !== null) return [language.until(dateOf(until, language.locale, timeZone))]
  return count === null ? [] : [language.times(count)]
}

const dateOf = (until: Until, locale: string, timeZone: string): string =>
  new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeZone: until.type === 'Utc' ? timeZone : 'UTC',
  }).format(msOf(until))

const msOf = (until: Until): number => {
  switch (until.type) {
    case 'Date':
      return until.day * 86_400_000
    case 'Local':
      return until.localSeconds * 1000
    case 'Utc':
      return until.epochSeconds * 1000
  }
}
