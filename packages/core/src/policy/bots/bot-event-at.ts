import type { BotEvent } from '../../bot/index.js'
import type { CalendarEvent, RecurrenceId, State } from '../../event/index.js'
import {
  clockMsOf,
  occurrenceTime,
  recurrenceIdFrom,
  recurrenceIdOf,
  secondsOfRecurrenceId,
  shiftedRecurrenceId,
  startMsOf,
} from '../../event/index.js'
import { indexedBounds } from '../../occurrence/index.js'
import { SECOND_MS } from '../../time/index.js'

/** What a bot knows of where its event was. */
export type Known = Pick<BotEvent, 'uid' | 'recurrenceId' | 'seriesStart'>

/** A calendar event's stream, folded. */
export interface EventNow {
  readonly state: State
  readonly version: number
}

/**
 * Where a bot's event is now. `CalledOff`: it, or the occurrence, does not take place. `Vanished`: the series has no such
 * occurrence, or not any more; it may have gone on in another one.
 */
export type BotEventNow =
  | { readonly type: 'At'; readonly event: BotEvent }
  | { readonly type: 'CalledOff' }
  | { readonly type: 'Vanished' }

/**
 * Finds the event, or the occurrence, of a bot in what the event is now. Hangs on nothing that was in between, so it may be
 * asked late, again and in any order. Pure.
 *
 * An occurrence moves as far on the clock as the start of its series did.
 */
export const botEventAt = (known: Known, { state, version }: EventNow): BotEventNow => {
  if (state.type === 'Absent') return { type: 'Vanished' }
  if (state.type === 'Cancelled') return { type: 'CalledOff' }
  const { event } = state
  const at = { uid: known.uid, version }
  const { start } = indexedBounds(event.time)
  const isOfOne = known.recurrenceId === null
  if (event.recurrence === null) {
    const stays = isOfOne || idsIn(known, event).some((id) => startMsOf(event.time, id) === start)
    return stays
      ? { type: 'At', event: { ...at, recurrenceId: null, start, seriesStart: null } }
      : { type: 'Vanished' }
  }
  const id = isOfOne ? recurrenceIdFrom(event, start) : occurring(known, event)
  return id === null ? { type: 'Vanished' } : atOccurrence(at, event, id)
}

const atOccurrence = (
  at: Pick<BotEvent, 'uid' | 'version'>,
  { time: seriesTime, overrides }: CalendarEvent,
  recurrenceId: RecurrenceId,
): BotEventNow => {
  const { status, time = occurrenceTime(seriesTime, recurrenceId) } =
    overrides.get(recurrenceId) ?? {}
  if (status === 'Cancelled') return { type: 'CalledOff' }
  const { start } = indexedBounds(time)
  const seriesStart = seriesStartOf(seriesTime)
  return { type: 'At', event: { ...at, recurrenceId, start, seriesStart } }
}

/** What the clock shows at the start of a series. */
const seriesStartOf = (time: CalendarEvent['time']): RecurrenceId =>
  recurrenceIdOf(Math.floor(clockMsOf(time) / SECOND_MS))

const occurring = (known: Known, series: CalendarEvent): RecurrenceId | null =>
  idsIn(known, series).find((id) => recurrenceIdFrom(series, startMsOf(series.time, id)) === id) ??
  null

/** What the occurrence may be called now. A provider may begin a series elsewhere without moving what is in it. */
const idsIn = (
  { recurrenceId, seriesStart }: Known,
  { time }: CalendarEvent,
): readonly RecurrenceId[] => {
  if (recurrenceId === null) return []
  if (seriesStart === null) return [recurrenceId]
  const seconds = secondsOfRecurrenceId(seriesStartOf(time)) - secondsOfRecurrenceId(seriesStart)
  return seconds === 0 ? [recurrenceId] : [shiftedRecurrenceId(recurrenceId, seconds), recurrenceId]
}
