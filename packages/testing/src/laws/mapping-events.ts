import type { Append, NewEvent, State } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'

/** Changes what is to be appended to events, after it was decided. */
export const mappingEvents = <R>(
  streams: Append<R>['streams'],
  change: (event: NewEvent<'event'>) => NewEvent<'event'>,
): Append<R>['streams'] =>
  streams.map((stream) => {
    if (stream.aggregate !== 'event') return stream
    const decide = (state: State) =>
      pipe(
        stream.decide(state),
        E.map((events) => events.map(change)),
      )
    return { ...stream, decide }
  })
