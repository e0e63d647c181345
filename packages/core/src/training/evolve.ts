import type { DomainEvent } from './domain-event.js'
import type { State } from './state.js'
import type { Spot } from './training.js'
import { spotKey } from './training.js'

type Happened<T extends DomainEvent['type']> = Extract<DomainEvent, { type: T }>
type OfTraining = Happened<
  'SpotOffered' | 'SpotWithdrawn' | 'TrainingStarted' | 'Registered' | 'Unregistered'
>
type TrainingState = Extract<State, { type: 'Training' }>

/** Applies what has already happened. Total: history is never rejected, at most ignored. */
export const evolve = (state: State, happened: DomainEvent): State => {
  switch (happened.type) {
    case 'LiveSessionScheduled':
    case 'LiveSessionCancelled':
      return session(state, happened)
    case 'BucketAssigned':
    case 'SpotStruck':
      return bucket(state, happened)
    case 'SpotOffered':
    case 'SpotWithdrawn':
    case 'TrainingStarted':
    case 'Registered':
    case 'Unregistered':
      return state.type === 'Absent' || state.type === 'Training'
        ? training(trainingOf(state), happened)
        : state
  }
}

const factsWith = ({ facts }: State, factId: string): ReadonlySet<string> =>
  facts.has(factId) ? facts : new Set(facts).add(factId)

const session = (
  state: State,
  happened: Happened<'LiveSessionScheduled' | 'LiveSessionCancelled'>,
): State => {
  if (state.type !== 'Absent' && state.type !== 'Session') return state
  const facts = factsWith(state, happened.factId)
  const before =
    state.type === 'Session' ? state : ({ session: null, cancelled: 'Planned' } as const)
  if (happened.type === 'LiveSessionCancelled') {
    return { type: 'Session', session: before.session, cancelled: 'Cancelled', facts }
  }
  const { liveSessionId, title, start, end, learners } = happened
  const planned = { liveSessionId, title, start, end, learners }
  return { type: 'Session', session: planned, cancelled: before.cancelled, facts }
}

const bucket = (state: State, happened: Happened<'BucketAssigned' | 'SpotStruck'>): State => {
  if (state.type !== 'Absent' && state.type !== 'Bucket') return state
  const facts = factsWith(state, happened.factId)
  const { trainingId, struck } =
    state.type === 'Bucket' ? state : { trainingId: null, struck: new Set<string>() }
  return happened.type === 'BucketAssigned'
    ? { type: 'Bucket', trainingId: happened.trainingId, struck, facts }
    : { type: 'Bucket', trainingId, struck: new Set(struck).add(happened.spotId), facts }
}

const trainingOf = (state: Extract<State, { type: 'Absent' | 'Training' }>): TrainingState =>
  state.type === 'Training'
    ? state
    : { type: 'Training', learners: new Set(), spots: new Map(), facts: state.facts }

const training = (state: TrainingState, happened: OfTraining): TrainingState => {
  const facts = 'factId' in happened ? factsWith(state, happened.factId) : state.facts
  if (happened.type === 'TrainingStarted') {
    return { ...state, facts, learners: new Set(state.learners).add(happened.learnerId) }
  }
  const key = spotKey(happened)
  const spot = spotAfter(state.spots.get(key), happened)
  return spot === undefined
    ? { ...state, facts }
    : { ...state, facts, spots: new Map(state.spots).set(key, spot) }
}

const spotAfter = (
  spot: Spot | undefined,
  happened: Exclude<OfTraining, { type: 'TrainingStarted' }>,
): Spot | undefined => {
  if (happened.type === 'SpotOffered') {
    const { type: _type, at: _at, factId: _factId, ...offered } = happened
    return {
      ...offered,
      registered: spot?.registered ?? [],
      withdrawn: spot?.withdrawn ?? 'Offered',
    }
  }
  if (spot === undefined) return undefined
  switch (happened.type) {
    case 'SpotWithdrawn':
      return { ...spot, withdrawn: 'Withdrawn' }
    case 'Registered':
      return { ...spot, registered: [...without(spot, happened), happened.learnerId] }
    case 'Unregistered':
      return { ...spot, registered: without(spot, happened) }
  }
}

const without = (
  { registered }: Spot,
  { learnerId }: { readonly learnerId: string },
): readonly string[] => registered.filter((each) => each !== learnerId)
