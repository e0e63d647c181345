import * as E from 'fp-ts/lib/Either.js'
import type { Command, Registration } from './command.js'
import { decideOffer } from './decide-offer.js'
import type { DomainEvent } from './domain-event.js'
import type { Rejection } from './rejection.js'
import type { State } from './state.js'
import { isOpen, spotKey } from './training.js'

type Decision = E.Either<Rejection, readonly DomainEvent[]>

/**
 * Decides what happens when `command` meets `state`. Deterministic.
 *
 * A fact that the state remembers decides nothing. What ends something holds also when it comes first.
 */
export const decide = (command: Command, state: State): Decision => {
  if (!('factId' in command)) return decideRegistration(command, state)
  if (state.facts.has(command.factId)) return happens()
  const { at, factId } = command
  switch (command.type) {
    case 'ScheduleSession': {
      const { session, trainingId } = command
      return happens({ type: 'LiveSessionScheduled', at, factId, ...session, trainingId })
    }
    case 'CancelSession':
      return happens({ type: 'LiveSessionCancelled', at, factId })
    case 'AssignBucket':
      return state.type === 'Bucket' &&
        state.trainingId !== null &&
        state.trainingId !== command.trainingId
        ? E.left(OF_ANOTHER_TRAINING)
        : happens({ type: 'BucketAssigned', at, factId, trainingId: command.trainingId })
    case 'StrikeSpot':
      return happens({ type: 'SpotStruck', at, factId, spotId: command.spotId })
    case 'OfferSpots':
      return decideOffer(command, state)
    case 'WithdrawSpot': {
      const { bucketId, spotId } = command
      return spotIn(state, command)?.withdrawn === 'Offered'
        ? happens({ type: 'SpotWithdrawn', at, factId, bucketId, spotId })
        : happens()
    }
    case 'StartTraining': {
      const { learnerId } = command
      return state.type === 'Training' && state.learners.has(learnerId)
        ? happens()
        : happens({ type: 'TrainingStarted', at, factId, learnerId })
    }
  }
}

const happens = (...events: readonly DomainEvent[]): Decision => E.right(events)

const OF_ANOTHER_TRAINING: Rejection = {
  type: 'InvalidFields',
  problems: [{ path: ['trainingId'], reason: 'Taken' }],
}

const spotIn = (state: State, spot: Pick<Registration, 'bucketId' | 'spotId'>) =>
  state.type === 'Training' ? state.spots.get(spotKey(spot)) : undefined

const decideRegistration = (command: Registration, state: State): Decision => {
  const spot = spotIn(state, command)
  if (spot === undefined || state.type !== 'Training') return E.left({ type: 'NotFound' })
  const { type, at, bucketId, spotId, learnerId } = command
  const isIn = spot.registered.includes(learnerId)
  if (type === 'Unregister') {
    if (isIn) return happens({ type: 'Unregistered', at, bucketId, spotId, learnerId })
    return state.learners.has(learnerId) ? happens() : E.left({ type: 'NotEligible' })
  }
  if (isIn) return happens()
  if (!state.learners.has(learnerId)) return E.left({ type: 'NotEligible' })
  if (spot.withdrawn === 'Withdrawn') return E.left({ type: 'SpotClosed' })
  return isOpen(spot)
    ? happens({ type: 'Registered', at, bucketId, spotId, learnerId })
    : E.left({ type: 'SpotFull' })
}
