/** How long something lasts: days on the wall clock, then exact seconds. */
export interface CalendarDuration {
  readonly days: number
  readonly seconds: number
}

/**
 * Reads a duration of iCalendar: `P1D`, `PT1H30M`, `P2W`. Null when it is none, or negative.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.3.6
 */
export const readDuration = (text: string): CalendarDuration | null => {
  const form = FORM.exec(text)
  if (form === null || text.endsWith('P') || text.endsWith('T')) return null
  const [, weeks = '0', days = '0', hours = '0', minutes = '0', seconds = '0'] = form
  return {
    days: Number(weeks) * 7 + Number(days),
    seconds: Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds),
  }
}

const FORM =
  /^\+?P(?:(\d{1,6})W|(?:(\d{1,7})D)?(?:T(?:(\d{1,8})H)?(?:(\d{1,9})M)?(?:(\d{1,11})S)?)?)$/
