import type { BotEvent } from '../../bot/index.js'
import type { DomainEvent } from '../../event/index.js'
import { shiftedRecurrenceId } from '../../event/index.js'

/**
 * Where the series of a bot goes on for its occurrence, when that was split off: as it was right after the split. Null when
 * it was not. `happened` is what happened to the event since the bot was aligned with it. Pure.
 */
export const continuedElsewhere = (
  known: BotEvent,
  happened: readonly DomainEvent[],
): BotEvent | null => {
  let { recurrenceId } = known
  for (const each of happened) {
    if (recurrenceId === null) return null
    if (each.type === 'SeriesMoved') {
      recurrenceId = shiftedRecurrenceId(recurrenceId, each.shiftSeconds)
    }
    if (each.type === 'SeriesSplit' && each.recurrenceId <= recurrenceId) {
      const { followedBy: uid, recurrenceId: seriesStart } = each
      return { ...known, uid, recurrenceId, seriesStart, version: 0 }
    }
  }
  return null
}
