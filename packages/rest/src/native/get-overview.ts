import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { endpoint, noBody, optional, required } from '../http/index.js'
import { closed, described, named, whole } from '../wire/index.js'
import { viewerOf } from './envelope.js'
import type { NativeParts } from './options.js'
import { AsOfParam, asOfMeaning, asOfOf } from '../kit/index.js'
import { TimeZone } from './texts.js'

const Overview = named(
  'Overview',
  closed(
    {
      today: whole(0),
      tomorrow: whole(0),
      next_seven_days: described(whole(0), { description: 'Today and the six days after it.' }),
    },
    {},
  ),
)

/** `GET /calendar/events/overview`: how much is still to come. */
export const getOverview = ({ calendar }: NativeParts) =>
  endpoint({
    method: 'GET',
    path: '/calendar/events/overview',
    operationId: 'getOverview',
    summary: 'Count upcoming events',
    description:
      'By local days; what has ended, is cancelled or was declined by the caller is not counted. What spans midnight counts in both days.',
    params: {},
    query: {
      time_zone: required(TimeZone, 'Whose local days are counted.'),
      as_of: optional(AsOfParam, asOfMeaning),
    },
    headers: [],
    body: noBody,
    answers: { 200: { description: 'The counts.', codec: Overview } },
    problems: ['RECURRENCE_TOO_COSTLY', 'SNAPSHOT_EXPIRED'],
    handle: ({ identity, query }) =>
      pipe(
        calendar.overview({
          viewer: viewerOf(identity),
          timeZone: query.time_zone,
          ...asOfOf(query),
        }),
        TE.map(({ today, tomorrow, nextSevenDays }) => ({
          status: 200,
          body: { today, tomorrow, next_seven_days: nextSevenDays },
        })),
      ),
  })
