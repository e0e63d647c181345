import * as E from 'fp-ts/lib/Either.js'
import type { Command } from './command.js'
import type { DomainEvent } from './domain-event.js'
import type { Rejection } from './rejection.js'
import type { State } from './state.js'
import { spotKey } from './training.js'

/**
 * Decides which spots a training offers now. One that is offered again keeps who took it; one that a later publication
 * leaves out stays.
 */
export const decideOffer = (
  { at, factId, spots, struck }: Extract<Command, { type: 'OfferSpots' }>,
  state: State,
): E.Either<Rejection, readonly DomainEvent[]> => {
  const known = state.type === 'Training' ? [...state.spots.keys()] : []
  if (new Set([...known, ...spots.map(spotKey)]).size > MOST_SPOTS) return E.left(TOO_MANY)
  return E.right(
    spots.flatMap((spot): readonly DomainEvent[] => {
      const { bucketId, spotId } = spot
      const offered = { type: 'SpotOffered', at, factId, ...spot } as const
      return struck.has(spotId)
        ? [offered, { type: 'SpotWithdrawn', at, factId, bucketId, spotId }]
        : [offered]
    }),
  )
}

/** So many spots a training may have, withdrawn ones included. */
export const MOST_SPOTS = 500

const TOO_MANY: Rejection = {
  type: 'InvalidFields',
  problems: [{ path: ['spots'], reason: 'TooMany', limit: MOST_SPOTS }],
}
