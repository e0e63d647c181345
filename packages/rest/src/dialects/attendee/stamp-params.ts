import type { Stamp } from '@kalends/core'
import { parseStamp } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Problem } from '../../problem/index.js'
import { invalidAt } from '../../problem/index.js'

const EXAMPLES = {
  updated_at_gte: '2025-01-13T10:30:00Z',
  start_time_gte: '2025-01-13T10:30:00Z',
  end_time_lte: '2025-01-13T18:00:00Z',
  join_at: '2025-01-15T14:00:00Z',
} as const

/** A parameter, or a field of a body, that is a moment. */
export type StampParamName = keyof typeof EXAMPLES

/** Reads a moment with an offset; nothing where nothing was sent. A `+` that arrived as a space is one. */
export const stampIn = (
  name: StampParamName,
  text: string | undefined,
): E.Either<Problem, Stamp | undefined> => {
  if (text === undefined) return E.right(undefined)
  const stamp = parseStamp(text.replaceAll(' ', '+'))
  if (E.isRight(stamp)) return stamp
  const words = `Invalid ${name} format. Use ISO 8601 format (e.g., ${EXAMPLES[name]})`
  return E.left(invalidAt(`/${name}`, words))
}
