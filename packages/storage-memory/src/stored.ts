import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { AggregateName, Recorded, RecordedOf, StoreFailure } from '@kalends/core'
import { aggregates, exactJson } from '@kalends/core'

/**
 * Writes an entry down, and reads it back, so that nothing is ever seen that only memory could hold.
 *
 * Refuses a domain event that its codec does not read back.
 */
export const asStored = (recorded: Recorded): E.Either<StoreFailure, Recorded> => {
  switch (recorded.aggregate) {
    case 'event':
      return reread(recorded)
    case 'calendar':
      return reread(recorded)
    case 'bookmark':
      return reread(recorded)
    case 'training':
      return reread(recorded)
    case 'bot':
      return reread(recorded)
    case 'webhook':
      return reread(recorded)
  }
}

const reread = <K extends AggregateName>(
  recorded: RecordedOf<K>,
): E.Either<StoreFailure, RecordedOf<K>> => {
  const { domainEvent } = aggregates[recorded.aggregate]
  const text = exactJson(domainEvent.encode(recorded.happened))
  return pipe(
    domainEvent.decode(JSON.parse(text)),
    E.bimap(
      () => ({ type: 'StoreFailure', reason: `does not survive storage: ${text}` }),
      (happened) => ({ ...recorded, happened }),
    ),
  )
}
