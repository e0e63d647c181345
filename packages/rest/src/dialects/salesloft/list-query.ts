import type { NumberedRequest } from '@kalends/core'
import { roundUp } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Identity, ParamValues } from '../../http/index.js'
import { optional } from '../../http/index.js'
import { asOfMeaning, asOfOf, AsOfParam, pageLimit, StampParam } from '../../kit/index.js'
import type { FieldError, Problem } from '../../problem/index.js'
import { invalid } from '../../problem/index.js'
import { oneOf, text } from '../../wire/index.js'

const PER_PAGE_MAX = 100
/** How deep pages reach: what comes before one is skipped row by row. */
const ROWS_MAX = 10_000
/** Lets its bearer read the calendar of anyone in the tenant. */
const READ_ANY = 'calendar:read:any'

/** The parameters of the list. */
export const listQuery = {
  per_page: optional(pageLimit(PER_PAGE_MAX), 'How many records a page has; default 25.'),
  page: optional(
    pageLimit(ROWS_MAX),
    `The page to fetch, from 1, which is the default. Times per_page at most ${ROWS_MAX}.`,
  ),
  include_paging_counts: optional(
    oneOf(['true', 'Counted'], ['false', 'Uncounted']),
    'Whether the metadata has total_pages and total_count; default false.',
  ),
  sort_by: optional(oneOf(['start_time', 'Start']), 'Default start_time.'),
  sort_direction: optional(oneOf(['ASC', 'Ascending'], ['DESC', 'Descending']), 'Default DESC.'),
  start_time: optional(StampParam, "Lower bound (inclusive) for an event's end time."),
  end_time: optional(StampParam, "Upper bound (exclusive) for an event's start time."),
  user_guid: optional(
    text({ min: 1, max: 200 }),
    `Who created the event or is a guest of it; default the caller. Anyone else needs the scope ${READ_ANY}.`,
  ),
  expand: optional(
    oneOf(['true', 'Occurrences'], ['false', 'Series']),
    'Whether each occurrence of a series is a record; then both bounds are required. Default false.',
  ),
  as_of: optional(AsOfParam, `${asOfMeaning} Pages of one moment do not drift.`),
}

/** The parameters, decoded. */
export type ListQuery = ParamValues<typeof listQuery>

/** The query's page, with its defaults. */
export const pagingOf = ({ page = 1, per_page: perPage = 25 }: ListQuery) => ({ page, perPage })

/** The query's order, with its default. */
export const directionOf = ({ sort_direction: direction = 'Descending' }: ListQuery) => direction

/** Whose calendar is asked for. */
export const userOf = (identity: Identity, { user_guid: user }: ListQuery) =>
  user ?? identity.userId

/** What is read for a query, or why nothing is. */
export const requestOf = ({
  identity,
  query,
}: {
  readonly identity: Identity
  readonly query: ListQuery
}): E.Either<Problem, NumberedRequest> => {
  const errors = [...depthErrors(query), ...boundErrors(query)]
  if (errors.length > 0) return E.left(invalid(errors))
  const userId = userOf(identity, query)
  if (userId !== identity.userId && !mayReadAny(identity)) {
    return E.left({ code: 'FORBIDDEN', detail: `Needs the scope ${READ_ANY}` })
  }
  const { page, perPage } = pagingOf(query)
  return E.right({
    viewer: { tenantId: identity.tenantId, userId },
    window: windowOf(query),
    direction: directionOf(query),
    rows: query.expand ?? 'Series',
    offset: (page - 1) * perPage,
    limit: perPage,
    counting: query.include_paging_counts ?? 'Uncounted',
    ...asOfOf(query),
  })
}

const mayReadAny = ({ scopes }: Identity): boolean =>
  scopes.includes(READ_ANY) || scopes.includes('*')

const depthErrors = (query: ListQuery): readonly FieldError[] => {
  const { page, perPage } = pagingOf(query)
  return page * perPage > ROWS_MAX
    ? [{ pointer: '/page', detail: `times per_page must be at most ${ROWS_MAX}` }]
    : []
}

const boundErrors = ({ expand, ...query }: ListQuery): readonly FieldError[] =>
  expand === 'Occurrences'
    ? (['start_time', 'end_time'] as const)
        .filter((name) => query[name] === undefined)
        .map((name) => ({ pointer: `/${name}`, detail: 'is required when expand is true' }))
    : []

/** Names and bounds are crossed as the contract has them. Rounded so that no predicate on whole milliseconds changes. */
const windowOf = ({ start_time: from, end_time: to }: ListQuery): NumberedRequest['window'] => ({
  ...(from === undefined ? {} : { endFrom: { at: roundUp(from), closed: true } }),
  ...(to === undefined ? {} : { startTo: { at: roundUp(to), closed: false } }),
})
