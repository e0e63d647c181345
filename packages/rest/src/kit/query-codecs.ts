import type { AsOf, Stamp } from '@kalends/core'
import { parseStamp, roundDown } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Codec, Flaw } from '../wire/index.js'
import { described, readAs, text } from '../wire/index.js'

const ANY = text({ min: 0 })

const asStamp = (sent: string): E.Either<readonly Flaw[], Stamp> => {
  const stamp = parseStamp(sent.replaceAll(' ', '+'))
  if (E.isRight(stamp)) return stamp
  return E.left([{ path: [], detail: DETAIL[stamp.left.type] }])
}

const DETAIL = {
  Malformed: 'must be a timestamp like 2027-03-08T09:00:00-05:00',
  NoOffset: 'must have an offset or Z',
  OutOfRange: 'names a day, time or offset that does not exist',
} as const

/** A timestamp in a query; a `+` that arrived as a space is one. How it is rounded is its bound's. */
export const StampParam: Codec<Stamp, unknown> = readAs(
  described(ANY, { format: 'date-time' }),
  asStamp,
)

/** How documents explain `as_of`. */
export const asOfMeaning =
  'Reads as things were: at an instant, or right after a position of the log.'

/** A moment of the log: an instant or a position. */
export const AsOfParam: Codec<AsOf, unknown> = readAs(
  described(ANY, { examples: ['2027-03-08T09:00:00Z', '1234'] }),
  (sent) => {
    if (POSITION.test(sent))
      return E.right<never, AsOf>({ type: 'Position', position: Number(sent) })
    const stamp = asStamp(sent)
    if (E.isLeft(stamp)) {
      return E.left([{ path: [], detail: 'must be a timestamp with an offset, or a position' }])
    }
    return E.right({ type: 'Instant', at: roundDown(stamp.right) })
  },
)

const POSITION = /^\d{1,15}$/

/** `as_of` as core's requests have it. */
export const asOfOf = ({ as_of: asOf }: { readonly as_of: AsOf | undefined }) =>
  asOf === undefined ? {} : { asOf }

/** How many items a page is to have. */
export const pageLimit = (max: number): Codec<number, unknown> =>
  readAs(described(ANY, { type: 'integer', minimum: 1, maximum: max }), (sent) => {
    const limit = WHOLE.test(sent) ? Number(sent) : 0
    return limit >= 1 && limit <= max
      ? E.right(limit)
      : E.left([{ path: [], detail: `must be a whole number from 1 to ${max}` }])
  })

const WHOLE = /^\d{1,6}$/

/** A cursor as an earlier answer gave it. */
export const CursorParam = described(ANY, { description: 'Opaque.' })
