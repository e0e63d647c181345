import { namedBy, occurrenceId } from '@kalends/core'
import type { CalendarId, NamedById } from '@kalends/core'

const EVENT = 'evt_'
const CALENDAR = 'cal_'
const BOT = 'bot_'

/** How an event, or an occurrence of a series, is called: `evt_standup`, `evt_standup_20270308T140000Z`. */
export const eventIdText = ({ uid, recurrenceId }: NamedById): string =>
  `${EVENT}${recurrenceId === null ? uid : occurrenceId(uid, recurrenceId)}`

/** What such an id names; the empty uid, which no event has, for any other text. */
export const namedEvent = (text: string): NamedById =>
  text.startsWith(EVENT) ? namedBy(text.slice(EVENT.length)) : { uid: '', recurrenceId: null }

/** How a calendar is called: `cal_team`. */
export const calendarIdText = (id: CalendarId): string => `${CALENDAR}${id}`

/** What such an id names; the empty id, which no calendar has, for any other text. */
export const namedCalendar = (text: string): CalendarId =>
  text.startsWith(CALENDAR) ? text.slice(CALENDAR.length) : ''

/** How a bot is called: `bot_abcdef1234567890`. */
export const botIdText = (id: string): string => `${BOT}${id}`

/** What such an id names; the empty id, which no bot has, for any other text. */
export const namedBot = (text: string): string =>
  text.startsWith(BOT) ? text.slice(BOT.length) : ''
