import type * as E from 'fp-ts/lib/Either.js'
import type { StoreFailure } from '../ports/index.js'
import type { ReadSpan, Span, Spanned } from './span.js'

/**
 * Reads each span once for all who ask for it at about the same time: the log never changes, so what was read stays
 * right. Keeps few, and no failure.
 */
export const keptSpans = (read: ReadSpan): ReadSpan => {
  const kept = new Map<string, Promise<E.Either<StoreFailure, Spanned>>>()
  return (span) => () => {
    const key = keyOf(span)
    const known = kept.get(key)
    if (known !== undefined) return known
    const reading = read(span)()
    kept.set(key, reading)
    void reading.then(({ _tag }) => {
      if (_tag === 'Left') kept.delete(key)
    })
    const [oldest] = kept.keys()
    if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest)
    return reading
  }
}

const MAX_KEPT = 64

const keyOf = ({ tenantId, uid, after, until }: Span): string =>
  JSON.stringify([tenantId, uid, after, until])
