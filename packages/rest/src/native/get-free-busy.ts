import type { FreeBusy, Stamp, TimeZoneId } from '@kalends/core'
import { formatInZone, roundDown, roundUp, UTC, zoneOf } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { ParamValues } from '../http/index.js'
import { endpoint, noBody, optional, required, someOf } from '../http/index.js'
import type { Failure, Problem } from '../problem/index.js'
import { refused } from '../problem/index.js'
import { closed, described, listOf, named, oneOf, text } from '../wire/index.js'
import type { NativeLimits, NativeParts } from './options.js'
import { AsOfParam, asOfMeaning, asOfOf, StampParam } from '../kit/index.js'
import { Id, TimeZone } from './texts.js'

const BusyType = oneOf(['BUSY', 'Busy'], ['BUSY_TENTATIVE', 'BusyTentative'])

const Stamped = described(text({ min: 1, max: 64 }), {
  format: 'date-time',
  examples: ['2027-03-08T09:00:00+01:00'],
})

const Busy = named(
  'BusyInterval',
  closed(
    {
      start: Stamped,
      end: described(Stamped, { description: 'Not part of the interval any more.' }),
      type: BusyType,
    },
    {},
  ),
)

const FreeBusyAnswer = named(
  'FreeBusy',
  closed(
    {
      items: listOf(
        named(
          'UserFreeBusy',
          closed(
            {
              user_id: Id,
              busy: described(listOf(Busy), {
                description: 'By start, none overlapping. Empty for a user who is not known.',
              }),
            },
            {},
          ),
        ),
      ),
    },
    {},
  ),
)

const freeBusyQuery = ({ freeBusyUsers }: NativeLimits) => ({
  user_id: someOf(Id, freeBusyUsers, 'Whose time; repeated for several users.'),
  start: required(StampParam, 'From when on.'),
  end: required(StampParam, 'Until when; after `start`.'),
  time_zone: optional(
    TimeZone,
    'Where all-day events lie, and whose offset the answer has; default UTC.',
  ),
  as_of: optional(AsOfParam, asOfMeaning),
})

type FreeBusyQuery = ParamValues<ReturnType<typeof freeBusyQuery>>

/** `GET /calendar/freebusy`: when users are busy, and nothing else. */
export const getFreeBusy = ({ calendar, limits }: NativeParts) =>
  endpoint({
    method: 'GET',
    path: '/calendar/freebusy',
    operationId: 'getFreeBusy',
    summary: 'See when users are busy',
    description:
      'Busy is what a user accepted; tentatively busy what is tentative, or not accepted yet. Declined and cancelled events take no time. For everyone of the tenant, about everyone.',
    params: {},
    query: freeBusyQuery(limits),
    headers: [],
    body: noBody,
    answers: { 200: { description: 'One item for each user.', codec: FreeBusyAnswer } },
    problems: ['INVALID_TIME_RANGE', 'WINDOW_TOO_LONG', 'SNAPSHOT_EXPIRED'],
    handle: ({ identity, query }) =>
      pipe(
        rangeOf(query, limits),
        E.mapLeft(refused),
        TE.fromEither<Failure, Range>,
        TE.chainW((range) =>
          calendar.freeBusy({
            tenantId: identity.tenantId,
            userIds: query.user_id,
            timeZone: zoneIn(query),
            ...range,
            ...asOfOf(query),
          }),
        ),
        TE.map((found) => ({ status: 200, body: freeBusyAnswer(found, zoneIn(query)) })),
      ),
  })

const zoneIn = ({ time_zone: timeZone = UTC }: FreeBusyQuery): TimeZoneId => timeZone

interface Range {
  readonly from: number
  readonly to: number
}

/** Rounded outwards, so that whatever the exact range overlaps is in. */
const rangeOf = (
  { start, end }: FreeBusyQuery,
  { freeBusyMs }: NativeLimits,
): E.Either<Problem, Range> => {
  if (!isBefore(start, end)) {
    const errors = [{ pointer: '/end', detail: 'must be after start' }]
    return E.left({ code: 'INVALID_TIME_RANGE', errors })
  }
  const range = { from: roundDown(start), to: roundUp(end) }
  if (range.to - range.from <= freeBusyMs) return E.right(range)
  const days = Math.floor(freeBusyMs / 86_400_000)
  const errors = [{ pointer: '/end', detail: `must be at most ${days} days after start` }]
  return E.left({ code: 'WINDOW_TOO_LONG', errors })
}

const isBefore = (a: Stamp, b: Stamp): boolean =>
  a.floorMs < b.floorMs || (a.floorMs === b.floorMs && a.exact && !b.exact)

const freeBusyAnswer = (found: readonly FreeBusy[], timeZone: TimeZoneId) => {
  const zone = zoneOf(timeZone)
  return {
    items: found.map(({ userId, busy }) => ({
      user_id: userId,
      busy: busy.map(({ start, end, type }) => ({
        start: formatInZone(start, zone),
        end: formatInZone(end, zone),
        type: BusyType.encode(type),
      })),
    })),
  }
}
