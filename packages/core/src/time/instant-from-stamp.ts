import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import type { Instant } from './instant.js'
import { formatInstantUtc, parseStamp, roundDown } from './stamp.js'

/** An instant in memory, an RFC 3339 stamp in UTC where it is stored: `2027-03-08T14:00:00.250Z`. */
export const InstantFromStamp = new t.Type<Instant, string, unknown>(
  'InstantFromStamp',
  (u): u is Instant => typeof u === 'number' && Number.isInteger(u),
  (u, context) => {
    if (typeof u !== 'string') return t.failure(u, context)
    const stamp = parseStamp(u)
    return E.isRight(stamp) ? t.success(roundDown(stamp.right)) : t.failure(u, context)
  },
  formatInstantUtc,
)
