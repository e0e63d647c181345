import type {
  CalendarService,
  EventTime,
  HistoryPage,
  HistoryRequest,
  ReadFailure,
} from '@kalends/core'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { timeSince } from './history-item.js'

/**
 * When an event took place before the first domain event of a page; null when nothing on the page hangs on it.
 *
 * Reads back as far as the last domain event that says it.
 */
export const timeBefore = (
  calendar: CalendarService,
  { viewer, uid }: Pick<HistoryRequest, 'viewer' | 'uid'>,
  page: HistoryPage,
): TE.TaskEither<ReadFailure, EventTime | null> => {
  const back = (
    cursor: string | null,
    version: number,
  ): TE.TaskEither<ReadFailure, EventTime | null> =>
    cursor === null
      ? TE.right(null)
      : pipe(
          calendar.history({ viewer, uid, cursor, limit: CHUNK }),
          TE.chain(({ items, previous }) => {
            const earlier = items.filter((each) => each.version < version)
            const times = earlier.map(({ happened }) => timeSince(happened))
            const time = times.findLast((each) => each !== null) ?? null
            return time === null ? back(previous, earlier[0]?.version ?? version) : TE.right(time)
          }),
        )
  return namesOccurrences(page) ? back(page.previous, page.items[0]?.version ?? 1) : TE.right(null)
}

const CHUNK = 500

const namesOccurrences = ({ items }: HistoryPage): boolean =>
  items.some(({ happened }) => 'recurrenceId' in happened || 'recurrenceIds' in happened)
