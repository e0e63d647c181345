/**
 * The calendar that RSCALE names in any case, by its CLDR name in lower case; undefined when there is none.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7529#section-4.1
 */
export const calendarNamed = (name: string): string | undefined => {
  const lower = name.toLowerCase()
  return CALENDARS.has(lower) ? lower : undefined
}

/** The calendar a rule without RSCALE is of; a rule says null for it. */
export const GREGORIAN = 'gregorian'

const CALENDARS: ReadonlySet<string> = new Set([
  GREGORIAN,
  'buddhist',
  'chinese',
  'coptic',
  'dangi',
  'ethioaa',
  'ethiopic',
  'hebrew',
  'indian',
  'islamic',
  'islamic-civil',
  'islamic-rgsa',
  'islamic-tbla',
  'islamic-umalqura',
  'japanese',
  'persian',
  'roc',
])
