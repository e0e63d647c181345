import type { Body, CalendarEvent } from './calendar-event.js'

/** Where the call takes place: as the provider says, or the first link of a known kind in the location, then in the body. */
export const meetingUrl = ({
  source,
  location,
  body,
}: Pick<CalendarEvent, 'source' | 'location' | 'body'>): string | null =>
  source?.conferenceUrl ?? linkIn(location ?? '') ?? linkIn(textOf(body))

/** A body as a text that has its links; a Delta's as JSON, in which they stand as they are. */
const textOf = (body: Body | null): string => {
  if (body === null) return ''
  switch (body.format) {
    case 'Plain':
      return body.content
    case 'Html':
      return body.content.replaceAll('&amp;', '&')
    case 'Delta':
      return JSON.stringify(body.content)
  }
}

const linkIn = (text: string): string | null =>
  MEETING.exec(text)?.[0].replace(/[.,;:!?)\]]+$/, '') ?? null

const END = String.raw`[^\s"'<>\\]*`

/** Meet, Zoom, Teams and Webex. The host stands right behind the scheme, so no other host can pose as it. */
const MEETING = new RegExp(
  [
    String.raw`meet\.google\.com/[a-z]{3}-[a-z]{4}-[a-z]{3}\b`,
    String.raw`(?:[a-z0-9-]{1,63}\.){0,3}zoom(?:gov)?\.(?:us|com)/(?:j|my|w|s)/`,
    String.raw`teams\.microsoft\.com/(?:l/meetup-join|meet)/`,
    String.raw`teams\.live\.com/meet/`,
    String.raw`(?:[a-z0-9-]{1,63}\.){1,3}webex\.com/`,
  ]
    .map((place) => `https://${place}${END}`)
    .join('|'),
  'i',
)
