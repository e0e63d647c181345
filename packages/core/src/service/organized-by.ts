import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { CalendarEvent } from '../event/index.js'
import type { ReadFailure } from './failure.js'
import { get, type GetRequest } from './get.js'
import type { Parts } from './parts.js'

/** One event of the viewer's own; guests learn `NotOrganizer`, others `NotFound`. */
export const organizedBy = (
  parts: Parts,
  { viewer, uid, asOf }: GetRequest,
): TE.TaskEither<ReadFailure, CalendarEvent> =>
  pipe(
    get(parts)({ viewer, uid, ...(asOf === undefined ? {} : { asOf }) }),
    TE.filterOrElse(
      (event) => event.organizer === viewer.userId,
      (): ReadFailure => ({ type: 'Rejected', rejection: { type: 'NotOrganizer' } }),
    ),
  )
