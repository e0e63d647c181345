import type { Direction, TenantOrder } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Problem } from '../../problem/index.js'
import { invalidAt } from '../../problem/index.js'

/** By what rows are sorted, and which way. */
export interface Ordering {
  readonly order: TenantOrder
  readonly direction: Direction
}

const FIELDS: Readonly<Record<string, TenantOrder>> = {
  updated_at: 'UpdatedAt',
  start_time: 'StartTime',
  end_time: 'EndTime',
  created_at: 'CreatedAt',
}

/** Every value of `ordering`, in the order in which a refusal names them. */
export const ORDERINGS: readonly string[] = [
  '-updated_at',
  'updated_at',
  'start_time',
  '-start_time',
  'end_time',
  '-end_time',
  'created_at',
  '-created_at',
]

/** The ordering that a text names. */
export const orderingOf = (text: string): E.Either<Problem, Ordering> => {
  const order = ORDERINGS.includes(text) ? FIELDS[text.replace('-', '')] : undefined
  if (order === undefined) {
    const allowed = ORDERINGS.join(', ')
    return E.left(invalidAt('/ordering', `Invalid ordering. Allowed values: ${allowed}`))
  }
  return E.right({ order, direction: text.startsWith('-') ? 'Descending' : 'Ascending' })
}
