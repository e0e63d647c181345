import type { Side } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import type { BadInput } from '../errors/bad-input.js'
import { badInput } from '../errors/bad-input.js'

/** The arguments of a connection, as they were sent. */
export interface PaginationArgs {
  readonly first?: number | null | undefined
  readonly after?: string | null | undefined
  readonly last?: number | null | undefined
  readonly before?: string | null | undefined
}

/** How many edges a connection may have. */
export interface PageSizes {
  readonly pageSizeDefault: number
  readonly pageSizeMax: number
}

/**
 * Which side of a listing the arguments ask for: `first` with `after`, or `last` with `before`, never both.
 *
 * @see https://relay.dev/graphql/connections.htm#sec-Pagination-algorithm
 */
export const readPagination = (
  args: PaginationArgs,
  { pageSizeDefault, pageSizeMax }: PageSizes,
): E.Either<BadInput, Side> => {
  const { first, after, last, before } = sentOf(args)
  const asksForward = first !== undefined || after !== undefined
  const asksBackward = last !== undefined || before !== undefined
  if (asksForward && asksBackward) return E.left(CONFLICTING)
  if (after !== undefined && first === undefined) return E.left(MISSING_FIRST)
  if (before !== undefined && last === undefined) return E.left(MISSING_LAST)
  const count = first ?? last ?? pageSizeDefault
  if (count < 0 || count > pageSizeMax) return E.left(outOfRange(pageSizeMax))
  return E.right(
    asksBackward
      ? { type: 'Last', count, ...(before === undefined ? {} : { before }) }
      : { type: 'First', count, ...(after === undefined ? {} : { after }) },
  )
}

/** An argument that is null is one that was not sent. */
const sentOf = ({ first, after, last, before }: PaginationArgs) => ({
  first: first ?? undefined,
  after: after ?? undefined,
  last: last ?? undefined,
  before: before ?? undefined,
})

const CONFLICTING = badInput(
  'CONFLICTING_PAGINATION',
  "Conflicting parameters: don't use first or after together with last or before",
)
const MISSING_FIRST = badInput('MISSING_FIRST', 'Missing cursor parameter: after requires first')
const MISSING_LAST = badInput('MISSING_LAST', 'Missing cursor parameter: before requires last')

const outOfRange = (max: number): BadInput =>
  badInput('PAGE_SIZE_OUT_OF_RANGE', `first and last must be from 0 to ${max}`)
